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
        var running = new List<(EntryId Entry, EntryPatch Patch)>();
        foreach (var history in step.Histories.Reverse().Where(history =>
            history.Operations.Any(operation => operation.Id.Command == step.Command)))
        {
            var rejection = history.Operations[0].Body switch
            {
                OperationBody.OfEntry(var id, _) => TakeBack(draft, step.Command, id, history, running),
                OperationBody.OfProject(var id, _) => TakeBack(draft, step.Command, id, history),
                OperationBody.OfGap(var id, _) => TakeBack(draft, step.Command, id, history),
                _ => null,
            };
            if (rejection is not null)
            {
                return new Decision.Rejected(rejection);
            }
        }

        if (Opener(draft, step, running.ConvertAll(one => one.Entry)) is { } opener)
        {
            return new Decision.Rejected(Rejection.CannotUndo(opener, "opened another entry"));
        }

        // What ends comes first: at no moment are two entries open.
        running.ForEach(one => draft.Change(one.Entry, one.Patch));
        return draft.Accept(step.Command);
    }

    private static Rejection? TakeBack(
        Draft draft, CommandId command, EntryId id, EntityHistory history, List<(EntryId, EntryPatch)> running)
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
        inverse = AsShown(draft, id, history, inverse);
        if (draft.WouldRun(id, inverse))
        {
            running.Add((id, inverse));
        }
        else
        {
            draft.Change(id, inverse);
        }

        return null;
    }

    /// <summary>An entry that another device's start ended comes back with that end, not running.</summary>
    private static EntryPatch AsShown(Draft draft, EntryId id, EntityHistory history, EntryPatch inverse) =>
        inverse is { Removed: { IsSet: true, Value: false }, Span.IsSet: false }
            && draft.State.FindEntry(id) is { Span: EntrySpan.Closed shown }
            && EntryFold.All(history.Operations) is { Entry.Span: EntrySpan.Open }
                ? inverse with { Span = Field.Set<EntrySpan>(shown) }
                : inverse;

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

    /// <summary>The operation that made an entry which would run beside another one; null where at most one would.</summary>
    private static OperationId? Opener(Draft draft, UndoStep step, List<EntryId> running)
    {
        var now = (draft.State.Timer as TimerState.Running)?.Entry.Id;
        var isLeftAlone = now is { } entry && !step.Histories.Any(history => history.Operations[0].Body.EntityId == entry.Value);
        List<EntryId> then = isLeftAlone ? [now!.Value, .. running] : running;
        return running.Count == 0 || then.Count == 1 ? null
            : OperationId.FromMinted((now is { } known && then.Contains(known) ? known : then[^1]).Value);
    }
}
