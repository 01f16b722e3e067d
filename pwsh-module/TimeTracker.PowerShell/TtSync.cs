using TimeTracker.Core;

namespace TimeTracker.PowerShell;

/// <summary>How the store stands with its server.</summary>
public sealed class TtSync
{
    internal TtSync(SyncView view)
    {
        (Pending, NotUnderstood, Conflicts) = (view.Pending, view.NotUnderstood, view.Conflicts);
        Parked = [.. view.Parked.Select(parked => new TtParkedOperation(parked))];
        if (view.Connection is { } connection)
        {
            (Server, User, EnrolmentId) = (connection.Server, connection.User, connection.Enrolment);
            Summary = new TtSyncSummary(new(connection, view.Pending, view.Parked.Count, view.Conflicts));
            (LastSuccess, NextAttempt) = (connection.LastSuccess?.ToLocalTime(), connection.NextAttempt?.ToLocalTime());
            (Attempts, Restarts) = (connection.Attempts, connection.Restarts);
            (IsCircuitOpen, IsShutOut) = (connection.IsCircuitOpen, connection.IsShutOut);
            Problem = connection.Problem;
        }
    }

    /// <summary>The server's address; null where the store is connected to none.</summary>
    public Uri? Server { get; }

    /// <summary>Whose time the server keeps together.</summary>
    public string? User { get; }

    /// <summary>This device's id at the server, as Get-TtDevice lists it.</summary>
    public Guid? EnrolmentId { get; }

    /// <summary>All of it in a few words; null where the store is connected to no server.</summary>
    public TtSyncSummary? Summary { get; }

    /// <summary>How many operations wait to be sent; without a server they are simply local.</summary>
    public long Pending { get; }

    /// <summary>What the server refused, and why; Resolve-TtSync answers for it.</summary>
    public IReadOnlyList<TtParkedOperation> Parked { get; }

    /// <summary>How many values lost against another device's; Get-TtConflict lists them.</summary>
    public long Conflicts { get; }

    /// <summary>How many operations of other devices this program cannot read, until it is updated.</summary>
    public long NotUnderstood { get; }

    /// <summary>When all was last sent and pulled; null where it never was.</summary>
    public DateTimeOffset? LastSuccess { get; }

    /// <summary>When the next attempt in the background is due; null where none had to be put off.</summary>
    public DateTimeOffset? NextAttempt { get; }

    /// <summary>Failed attempts in a row.</summary>
    public int Attempts { get; }

    /// <summary>How often the background's worker ended and began again.</summary>
    public int Restarts { get; }

    /// <summary>Whether the server failed so often that it is left alone for a while.</summary>
    public bool IsCircuitOpen { get; }

    /// <summary>Whether the server lets this device in no more, until it connects again.</summary>
    public bool IsShutOut { get; }

    /// <summary>What went wrong last; null where nothing did since the last success.</summary>
    public string? Problem { get; }
}
