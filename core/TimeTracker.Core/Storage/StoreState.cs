using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>What the decider may ask, answered from one snapshot of the store, and only when it asks.</summary>
internal sealed class StoreState(ISnapshot snapshot) : IState
{
    private TimerState? _timer;
    private (Checkpoint? Read, bool IsRead) _checkpoint;

    public TimerState Timer => _timer ??= ReadTimer();

    public Checkpoint? Checkpoint =>
        (_checkpoint = _checkpoint.IsRead ? _checkpoint : (CheckpointTable.Read(snapshot), true)).Read;

    public Entry? LastEntry => EntryTable.Latest(snapshot)?.Entry;

    public UndoStep? LatestUndoable => CommandTable.LatestUndoable(snapshot) is { } command ? Step(command) : null;

    public UndoStep? FindUndoable(CommandId id) => CommandTable.IsUndoable(snapshot, id) ? Step(id) : null;

    public UndoStep? LatestRedoable => CommandTable.LatestRedoable(snapshot) is { } undo ? Step(undo) : null;

    public Entry? FindEntry(EntryId id) => EntryTable.Find(snapshot, id)?.Entry;

    public Project? FindProject(ProjectName name) =>
        ProjectTable.FindByName(snapshot, name) ?? ProjectTable.Find(snapshot, ProjectId.For(name));

    public IReadOnlyList<Project> FindProjects(ProjectName name) => ProjectTable.AllByName(snapshot, name);

    public IReadOnlyList<Entry> FindOverlaps(Instant from, Instant to, EntryId? except) =>
        EntryTable.Overlapping(snapshot, from, to, except).ConvertAll(record => record.Entry);

    public Entry? FindOverlap(Instant from, Instant to, EntryId? except) =>
        EntryTable.Overlapping(snapshot, from, to, except) is [var first, ..] ? first.Entry : null;

    public Gap? FindGap(GapId id) => GapTable.Find(snapshot, id);

    public IReadOnlyList<Gap> GapsOf(EntryId entry) => GapTable.OfEntry(snapshot, entry);

    public OperationBody? FindOperation(OperationId id) => OperationTable.Find(snapshot, id);

    public bool HasConflict(Conflict conflict) => ConflictTable.Has(snapshot, conflict);

    public GapPolicy Policy => PolicyTable.Read(snapshot);

    private TimerState ReadTimer()
    {
        if (EntryTable.Open(snapshot) is { Entry: { Span: EntrySpan.Open open } running } record)
        {
            return new TimerState.Running(running, open, OperationTable.ReadingAt(snapshot, record.SpanPosition));
        }

        return EntryTable.Paused(snapshot) is { Entry: { Span: EntrySpan.Closed closed } paused }
            ? new TimerState.Paused(paused, closed.End)
            : TimerState.Idle.Value;
    }

    private UndoStep Step(CommandId command) =>
        new(command, [.. OperationTable.OfCommand(snapshot, command)
            .Select(operation => operation.Body.EntityId).Distinct().Select(entity => History(entity, command))]);

    private EntityHistory History(Guid entity, CommandId command)
    {
        var placed = PlacedOperations.OfEntity(snapshot, entity).ConvertAll(one => one.Operation);
        var first = Math.Max(0, placed.FindIndex(one => one.Operation.Id.Command == command));
        List<Operation> operations =
            [.. MergeFold.WithoutWhatLost(placed[..first]), .. placed[first..].Select(one => one.Operation)];
        return new(operations, operations.Select(operation => operation.Id.Command).Distinct()
            .Where(command => CommandTable.IsMoot(snapshot, command)).ToHashSet());
    }
}
