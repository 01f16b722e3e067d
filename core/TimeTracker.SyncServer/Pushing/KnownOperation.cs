using TimeTracker.Domain;

namespace TimeTracker.SyncServer.Pushing;

/// <summary>What was decided before of an operation's id.</summary>
public abstract record KnownOperation
{
    private KnownOperation()
    {
    }

    /// <summary>An operation of this id stands in the log.</summary>
    /// <param name="FeedNo">Where.</param>
    /// <param name="PayloadHash">What it says.</param>
    public sealed record InLog(long FeedNo, ChainHash PayloadHash) : KnownOperation;

    /// <summary>An operation of this id was refused for ever.</summary>
    /// <param name="Verdict">Why.</param>
    public sealed record Refused(Verdict.Rejected Verdict) : KnownOperation;
}
