namespace TimeTracker.Domain;

/// <summary>
/// Decides how a command is taken back: by operations that give each field it set the value that it had before,
/// in the reverse of its order, so that an entry it opened is gone before the one it closed opens again.
/// </summary>
internal static class UndoDecider
{
    internal static Decision Undo(Draft draft, CommandId? expected, bool chosen) => chosen && expected is { } command
        ? draft.State.FindUndoable(command) is { } found ? TakeBack(draft, found) : new Decision.Rejected(Rejection.NotUndoable)
        : UndoLatest(draft, expected);

    private static Decision UndoLatest(Draft draft, CommandId? expected) => draft.State.LatestUndoable switch
    {
        null => new Decision.Rejected(Rejection.NothingToUndo),
        var step when expected is null || expected == step.Command => TakeBack(draft, step),
        _ => new Decision.Rejected(Rejection.NotTheLatest),
    };

    /// <summary>An undo is taken back like any command: each field gets the value that it had before the undo.</summary>
    internal static Decision Redo(Draft draft) => draft.State.LatestRedoable is { } step
        ? TakeBack(draft, step)
        : new Decision.Rejected(Rejection.NothingToRedo);

    private static Decision TakeBack(Draft draft, UndoStep step)
    {
        EntryId? reopened = null;
        foreach (var history in step.Histories.Reverse().Where(history =>
            history.Operations.Any(operation => operation.Id.Command == step.Command)))
        {
            var rejection = history.Operations[0].Body switch
            {
                OperationBody.OfEntry(var id, _) => TakeBack(draft, step.Command, id, history, ref reopened),
                OperationBody.OfProject(var id, _) => TakeBack(draft, step.Command, id, history),
                OperationBody.OfGap(var id, _) => TakeBack(draft, step.Command, id, history),
                _ => null,
            };
            if (rejection is not null)
            {
                return new Decision.Rejected(rejection);
            }
        }

        return reopened is { } entry && Opener(draft, step, entry) is { } opener
            ? new Decision.Rejected(Rejection.CannotUndo(opener, "opened another entry"))
            : draft.Accept(step.Command);
    }

    private static Rejection? TakeBack(
        Draft draft, CommandId command, EntryId id, EntityHistory history, ref EntryId? reopened)
    {
        var (before, mine, later) = Around(command, history);
        var patch = mine.Select(operation => ((OperationBody.OfEntry)operation.Body).Patch).Aggregate((first, second) => second.Over(first));
        var clash = later.FirstOrDefault(operation =>
            operation.Body is OperationBody.OfEntry(_, var other) && other.Touches(patch));
        if (clash is not null)
        {
            return Rejection.CannotUndo(clash.Id, "changed the same entry");
        }

        var inverse = EntryFold.All(before) is { } folded
            ? Reanchored(draft, patch.Inverse(folded.Entry), folded, mine[^1].Reading)
            : new() { Removed = Field.Set(true) };
        var after = EntryFold.Apply(
            EntryFold.All(history.Operations)?.Entry, id, inverse, command.Operation(OperationId.OrdinalMax));
        reopened = after is { IsRunning: true } ? id : reopened;
        draft.Change(id, inverse);
        return null;
    }

    /// <summary>A project that somebody else has used since its making stays; a name is taken back or refused.</summary>
    private static Rejection? TakeBack(Draft draft, CommandId command, ProjectId id, EntityHistory history)
    {
        var (before, mine, later) = Around(command, history);
        var patch = mine.Select(operation => ((OperationBody.OfProject)operation.Body).Patch).Aggregate((first, second) => second.Over(first));
        var project = ProjectFold.All(before);
        if (later.Count == 0)
        {
            draft.Say(new OperationBody.OfProject(
                id, project is null ? new() { Removed = Field.Set(true) } : patch.Inverse(project)));
            return null;
        }

        return project is not null && later.Find(operation =>
            operation.Body is OperationBody.OfProject(_, var other) && other.Touches(patch)) is { } clash
            ? Rejection.CannotUndo(clash.Id, "changed the same project")
            : null;
    }

    /// <summary>An answer becomes a question again; a question that the command brought about goes.</summary>
    private static Rejection? TakeBack(Draft draft, CommandId command, GapId id, EntityHistory history)
    {
        var (before, mine, later) = Around(command, history);
        var patch = mine.Select(operation => ((OperationBody.OfGap)operation.Body).Patch).Aggregate((first, second) => second.Over(first));
        var clash = later.FirstOrDefault(operation =>
            operation.Body is OperationBody.OfGap(_, var other) && other.Touches(patch));
        if (clash is not null)
        {
            return Rejection.CannotUndo(clash.Id, "answered the same question");
        }

        draft.Change(id, GapFold.All(before) is { } gap ? patch.Inverse(gap) : new() { Removed = Field.Set(true) });
        return null;
    }

    private static (List<Operation> Before, List<Operation> Mine, List<Operation> Later) Around(
        CommandId command, EntityHistory history)
    {
        var first = history.Operations.ToList().FindIndex(operation => operation.Id.Command == command);
        var rest = history.Operations.Skip(first).ToLookup(operation => operation.Id.Command == command);
        return (
            [.. history.Operations.Take(first)],
            [.. rest[true]],
            [.. rest[false].Where(operation => !history.Moot.Contains(operation.Id.Command))]);
    }

    /// <summary>
    /// An entry that runs again has run all along: its time so far is measured from its first anchor, and what nobody
    /// looked for while it was stopped, such as sleep, is asked now.
    /// </summary>
    private static EntryPatch Reanchored(Draft draft, EntryPatch inverse, FoldedEntry before, Reading stopped)
    {
        if (!inverse.Span.IsSet || before.Entry.Span is not EntrySpan.Open open)
        {
            return inverse;
        }

        var running = new TimerState.Running(before.Entry, open, before.SpanReading);
        var (asOf, certainty) = running.EndAt(draft.Reading, draft.State.Checkpoint);
        var seen = new Checkpoint(stopped, (before.Entry.Id, running.EndAt(stopped, draft.State.Checkpoint).End));
        if (GapDetector.Detect(seen, Watch.None, draft.Reading, running).Gap is { } unseen)
        {
            draft.Make(unseen);
        }

        return inverse with { Span = Field.Set<EntrySpan>(new EntrySpan.Open(open.Start, asOf, certainty)) };
    }

    /// <summary>The operation that opened the entry which runs now, where it is none of those taken back.</summary>
    private static OperationId? Opener(Draft draft, UndoStep step, EntryId reopened) =>
        draft.State.Timer is TimerState.Running { Entry.Id: var running }
        && running != reopened
        && !step.Histories.Any(history => history.Operations[0].Body.EntityId == running.Value)
            ? OperationId.FromMinted(running.Value)
            : null;
}
