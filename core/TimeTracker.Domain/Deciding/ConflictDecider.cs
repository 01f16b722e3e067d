namespace TimeTracker.Domain;

/// <summary>Decides what a choice between two values sets, and what saying something once more says.</summary>
internal static class ConflictDecider
{
    internal static Decision Settle(Draft draft, Conflict conflict, bool keepLoser)
    {
        if (!draft.State.HasConflict(conflict)
            || draft.State.FindOperation(conflict.Winner) is not { } winner
            || draft.State.FindOperation(conflict.Loser) is not { } loser)
        {
            return new Decision.NothingToDo(NothingToDoReason.AlreadyAnswered);
        }

        return conflict.Field switch
        {
            PatchFields.Removed => Say(draft, loser.Removing((keepLoser ? loser : winner).Removes)),
            PatchFields.RunsOn => EndOrGoOn(draft, new(loser.EntityId), keepLoser),
            var field => Say(draft, (keepLoser ? loser : winner).Only(field)),
        };
    }

    internal static Decision Repeat(Draft draft, OperationId operation) =>
        draft.State.FindOperation(operation) is { } body and not OperationBody.NotUnderstood
            ? Say(draft, body)
            : new Decision.NothingToDo(NothingToDoReason.AlreadyKnown);

    /// <summary>An entry that another device's start ended: it ends there, or goes on.</summary>
    private static Decision EndOrGoOn(Draft draft, EntryId id, bool goesOn)
    {
        if (draft.State.FindEntry(id) is not { IsLive: true, Span: EntrySpan.Closed closed })
        {
            return new Decision.NothingToDo(NothingToDoReason.AlreadyAnswered);
        }

        return Say(draft, new OperationBody.OfEntry(id, new()
        {
            Span = Field.Set<EntrySpan>(goesOn
                ? new EntrySpan.Open(closed.Start, Instant.Later(closed.Start.Instant, draft.Reading.Utc ?? closed.End.Instant), Certainty.Estimated)
                : closed),
        }));
    }

    private static Decision Say(Draft draft, OperationBody body)
    {
        if (body is OperationBody.OfEntry(var id, var patch) && draft.WouldRun(id, patch)
            && draft.State.Timer is TimerState.Running running && running.Entry.Id != id)
        {
            return new Decision.Rejected(Rejection.AlreadyRunning(running.Entry));
        }

        draft.Say(body);
        return draft.Accept();
    }
}
