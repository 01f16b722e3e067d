using System.Data.Common;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>Reads the ledger as what it says happened.</summary>
internal static class HistoryQueries
{
    // Whoever relays an operation made it not: its author is known only where the author sent it.
    private const string Author = """
        coalesce(iif(outbox.relayed = 0, outbox.device_id, NULL), iif(feed.relayed = 0, feed.device_id, NULL))
        """;

    private const string Columns = $"""
        operation.position, operation.op_id, operation.entity_id, operation.reading_utc, {Author},
        coalesce(device.is_current, 0), command.verb, coalesce(command.undone_by IS NOT NULL, 0), command.step_id
        """;

    private const string Joined = $"""
        operation
        LEFT JOIN outbox ON outbox.op_id = operation.op_id
        LEFT JOIN feed ON feed.op_id = operation.op_id
        LEFT JOIN device ON device.device_id = {Author}
        LEFT JOIN command ON command.command_id = operation.command_id
        """;

    // A gap or what a newer program said is no change that is told, and must take no place among the newest.
    private const string IsTold = "operation.kind IN ('entry.set', 'project.set')";

    internal static IReadOnlyList<HistoryItem> Latest(
        ISnapshot snapshot, EntryId? entry, (DateTimeOffset From, DateTimeOffset To) time, int newest, Moment now)
    {
        var (from, to) = (Instant.MicrosecondsOf(time.From), Instant.MicrosecondsOf(time.To));
        var command = entry is { } id
            ? snapshot.Command($"""
                SELECT {Columns} FROM {Joined}
                WHERE operation.entity_id = $entity_id AND {IsTold}
                  AND operation.reading_utc >= $from AND operation.reading_utc < $to
                ORDER BY operation.position DESC LIMIT $newest
                """).Bind(id.Value.Bytes(), from, to, (long)newest)
            : snapshot.Command($"""
                SELECT {Columns} FROM {Joined}
                WHERE {IsTold} AND operation.reading_utc >= $from AND operation.reading_utc < $to
                ORDER BY operation.position DESC LIMIT $newest
                """).Bind(from, to, (long)newest);
        var items = Read(command);
        items.Reverse();
        return [.. items.Select(item => WithChange(snapshot, item, now)).Where(item =>
            item.Entry is not null || item.Project is not null)];
    }

    private static List<(HistoryItem Item, Guid Entity, long Position)> Read(DbCommand command)
    {
        using var row = command.ExecuteReader();
        var items = new List<(HistoryItem, Guid, long)>();
        while (row.Read())
        {
            items.Add((
                new HistoryItem
                {
                    At = DateTimeOffset.UnixEpoch.AddMicroseconds(row.GetInt64(3)),
                    Command = OperationId.FromMinted(row.Id(1)).Command,
                    Step = row.IdOrNull(8) is { } step ? CommandId.FromMinted(step) : OperationId.FromMinted(row.Id(1)).Command,
                    Device = row.IdOrNull(4) is { } device ? new DeviceId(device) : null,
                    IsThisDevice = row.GetBoolean(5),
                    Verb = row.IsDBNull(6) ? null : (CommandVerb)row.GetInt32(6),
                    Undone = row.GetBoolean(7),
                },
                row.Id(2),
                row.GetInt64(0)));
        }

        return items;
    }

    private static HistoryItem WithChange(
        ISnapshot snapshot, (HistoryItem Item, Guid Entity, long Position) found, Moment now)
    {
        var operations = OperationTable.OfEntity(snapshot, found.Entity, found.Position);
        var before = operations[..^1];
        return operations[^1].Body switch
        {
            OperationBody.OfEntry when EntryFold.All(operations) is { Entry: var after } => found.Item with
            {
                Entry = new(
                    EntryFold.All(before) is { Entry: var was } ? Viewed(snapshot, was, now) : null,
                    Viewed(snapshot, after, now)),
            },
            OperationBody.OfProject when ProjectFold.All(operations) is { } after => found.Item with
            {
                Project = (ProjectFold.All(before), after),
            },
            _ => found.Item,
        };
    }

    private static EntryView Viewed(ISnapshot snapshot, Entry entry, Moment now) =>
        EntryViews.Imagined(snapshot, [entry], now)[0];
}
