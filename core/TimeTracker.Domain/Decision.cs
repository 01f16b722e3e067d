namespace TimeTracker.Domain;

/// <summary>What becomes of a command.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>It is done by these operations, in this order; there is at least one.</summary>
    /// <param name="Operations">What to write.</param>
    /// <param name="Undoes">The command that they take back; null for an ordinary command.</param>
    public sealed record Accepted(IReadOnlyList<OperationBody> Operations, CommandId? Undoes = null) : Decision;

    /// <summary>What it asks for is already so.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record NothingToDo(NothingToDoReason Reason) : Decision;

    /// <summary>It cannot be done.</summary>
    /// <param name="Rejection">Why, and what to do instead.</param>
    public sealed record Rejected(Rejection Rejection) : Decision;
}
