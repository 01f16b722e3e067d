using TimeTracker.Domain;

namespace TimeTracker.SyncServer.Pushing;

/// <summary>What a push came to.</summary>
public abstract record PushOutcome
{
    private PushOutcome()
    {
    }

    /// <summary>It is committed.</summary>
    /// <param name="Response">The verdicts.</param>
    public sealed record Done(PushResponse Response) : PushOutcome;

    /// <summary>The device has read another feed than this one; nothing was done.</summary>
    public sealed record OtherFeed : PushOutcome;

    /// <summary>The device's numbers do not go on where it stopped; nothing was done.</summary>
    /// <param name="LastSeq">The last number that it used up here.</param>
    public sealed record OutOfOrder(long LastSeq) : PushOutcome;

    /// <summary>There is no such user, any more; nothing was done.</summary>
    public sealed record NoUser : PushOutcome;
}
