using TimeTracker.Domain;

namespace TimeTracker.Core;

/// <summary>What a command would do.</summary>
public abstract record CommandPreview
{
    private CommandPreview()
    {
    }

    /// <summary>It would change these entries.</summary>
    /// <param name="Changes">In the order in which it would change them.</param>
    public sealed record Accepted(IReadOnlyList<EntryChange> Changes) : CommandPreview;

    /// <summary>It would leave all as it is.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record NothingToDo(NothingToDoReason Reason) : CommandPreview;

    /// <summary>It would be refused.</summary>
    /// <param name="Rejection">Why.</param>
    public sealed record Rejected(Rejection Rejection) : CommandPreview;
}
