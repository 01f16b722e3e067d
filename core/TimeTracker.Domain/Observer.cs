namespace TimeTracker.Domain;

/// <summary>Turns what a reading shows into operations. A gap is a fact, not a command: it is never undone, its answer is.</summary>
public static class Observer
{
    /// <summary>The operations that record a gap, and its id.</summary>
    /// <param name="state">A snapshot of the ledger's state.</param>
    /// <param name="id">The id that the operations' ids come from.</param>
    /// <param name="found">The gap.</param>
    /// <param name="moment">When and where it was found.</param>
    public static (GapId Gap, IReadOnlyList<OperationBody> Operations) Record(
        IState state, CommandId id, GapFound found, Moment moment)
    {
        ArgumentNullException.ThrowIfNull(found);
        var draft = new Draft(state, id, moment);
        var gap = draft.Make(found);
        return (gap, draft.Operations);
    }
}
