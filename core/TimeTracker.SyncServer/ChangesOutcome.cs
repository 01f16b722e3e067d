using TimeTracker.Domain;

namespace TimeTracker.SyncServer;

/// <summary>What asking for changes came to.</summary>
public abstract record ChangesOutcome
{
    private ChangesOutcome()
    {
    }

    /// <summary>What follows the cursor.</summary>
    /// <param name="Response">The page.</param>
    public sealed record Page(ChangesResponse Response) : ChangesOutcome;

    /// <summary>The cursor was read from another feed than this one.</summary>
    public sealed record OtherFeed : ChangesOutcome;

    /// <summary>There is no such user, any more.</summary>
    public sealed record NoUser : ChangesOutcome;
}
