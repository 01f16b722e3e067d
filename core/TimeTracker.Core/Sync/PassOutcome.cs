namespace TimeTracker.Core.Sync;

/// <summary>How a pass ended.</summary>
internal abstract record PassOutcome
{
    private PassOutcome()
    {
    }

    /// <summary>All that waited has a verdict, and the feed is read to its head.</summary>
    internal sealed record Done(SyncProgress Progress) : PassOutcome;

    /// <summary>Another worker on this store talks to the server.</summary>
    internal sealed record Elsewhere : PassOutcome;

    /// <summary>The server lets this device in no more.</summary>
    internal sealed record ShutOut(string Reason) : PassOutcome;

    /// <summary>Later again.</summary>
    internal sealed record Failed(string Reason, TimeSpan? RetryAfter) : PassOutcome;
}
