namespace TimeTracker.Core;

/// <summary>The server that a store is connected to, and how talking to it goes.</summary>
/// <param name="Server">Its address.</param>
/// <param name="User">Whose feed this store reads and writes.</param>
/// <param name="Enrolment">This device's name there.</param>
public sealed record SyncConnection(Uri Server, string User, Guid Enrolment)
{
    /// <summary>Failed attempts in a row.</summary>
    public int Attempts { get; init; }

    /// <summary>When the next attempt is due; null where nothing went wrong.</summary>
    public DateTimeOffset? NextAttempt { get; init; }

    /// <summary>When all was last sent and pulled; null where it never was.</summary>
    public DateTimeOffset? LastSuccess { get; init; }

    /// <summary>How often the worker ended and began again.</summary>
    public int Restarts { get; init; }

    /// <summary>Whether the server failed so often that it is left alone for a while.</summary>
    public bool IsCircuitOpen { get; init; }

    /// <summary>Whether the server lets this device in no more.</summary>
    public bool IsShutOut { get; init; }

    /// <summary>What went wrong last; null where nothing did since the last success.</summary>
    public string? Problem { get; init; }
}
