using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>What several devices made of a store, for people to look at.</summary>
internal static class ConflictQueries
{
    internal static SyncView Status(ISnapshot snapshot) => new(
        SyncStatusTable.Read(snapshot),
        OutboxTable.CountUnsent(snapshot),
        [.. OutboxTable.Parked(snapshot).Select(parked => Parked(snapshot, parked.Operation, parked.Reason))],
        OperationTable.CountNotUnderstood(snapshot),
        ConflictTable.Count(snapshot));

    /// <summary>The same in numbers; null where the store is connected to no server.</summary>
    internal static SyncSummary? Summary(ISnapshot snapshot) => SyncStatusTable.Read(snapshot) is { } connection
        ? new(connection, OutboxTable.CountUnsent(snapshot), OutboxTable.CountParked(snapshot), ConflictTable.Count(snapshot))
        : null;

    internal static IReadOnlyList<ConflictView> All(ISnapshot snapshot) =>
        [.. ConflictTable.All(snapshot).Select(found => View(snapshot, found.Entity, found.Conflict))];

    private static ParkedOperation Parked(ISnapshot snapshot, OperationId id, string reason)
    {
        var body = OperationTable.Find(snapshot, id)!;
        return new(id, body.EntityId, reason, ChangeText.Of(snapshot, body));
    }

    private static ConflictView View(ISnapshot snapshot, Guid entity, Conflict conflict)
    {
        var (winner, loser) = (OperationTable.Find(snapshot, conflict.Winner)!, OperationTable.Find(snapshot, conflict.Loser)!);
        return new(
            conflict,
            entity,
            EntryTable.Find(snapshot, new EntryId(entity))?.Entry.Description.Value
                ?? ProjectTable.Find(snapshot, new ProjectId(entity))?.Name.Value
                ?? "a gap",
            conflict.Field == PatchFields.RunsOn && EntryTable.Find(snapshot, new(entity)) is { Entry.Span: var span }
                ? ChangeText.Of(snapshot, new OperationBody.OfEntry(new(entity), new() { Span = Field.Set(span) }))
                : ChangeText.Of(snapshot, winner, conflict.Field),
            ChangeText.Of(snapshot, loser, conflict.Field),
            OutboxTable.IsMine(snapshot, conflict.Loser));
    }
}
