using TimeTracker.Domain;

namespace TimeTracker.Core.Storage;

/// <summary>What became of a command in its transaction, before anything is committed.</summary>
internal abstract record StepOutcome
{
    private StepOutcome()
    {
    }

    /// <summary>It is written.</summary>
    /// <param name="Operations">All that it says.</param>
    /// <param name="Changed">The entries that it changed, in the order in which it changed them.</param>
    internal sealed record Written(IReadOnlyList<Operation> Operations, IReadOnlyList<EntryId> Changed) : StepOutcome;

    /// <summary>There was nothing to do, and nothing is written.</summary>
    internal sealed record NothingToDo(NothingToDoReason Reason) : StepOutcome;

    /// <summary>It is refused.</summary>
    /// <param name="Rejection">Why.</param>
    /// <param name="MustRollBack">Whether some of the step's commands are written although others were refused.</param>
    internal sealed record Refused(Rejection Rejection, bool MustRollBack) : StepOutcome;
}
