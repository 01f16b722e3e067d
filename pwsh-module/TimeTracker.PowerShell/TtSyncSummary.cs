using TimeTracker.Core;
using TimeTracker.PowerShell.Views;

namespace TimeTracker.PowerShell;

/// <summary>How a connected store stands with its server, in a few words.</summary>
public sealed class TtSyncSummary
{
    internal TtSyncSummary(SyncSummary summary)
    {
        Server = summary.Connection.Server;
        (Pending, Parked, Conflicts) = (summary.Pending, summary.Parked, summary.Conflicts);
        (LastSuccess, Problem) = (summary.Connection.LastSuccess?.ToLocalTime(), summary.Connection.Problem);
    }

    /// <summary>The server's address.</summary>
    public Uri Server { get; }

    /// <summary>How many operations wait to be sent.</summary>
    public long Pending { get; }

    /// <summary>How many operations the server refused, and wait for Resolve-TtSync.</summary>
    public long Parked { get; }

    /// <summary>How many values wait for Resolve-TtConflict.</summary>
    public long Conflicts { get; }

    /// <summary>When all was last sent and pulled; null where it never was.</summary>
    public DateTimeOffset? LastSuccess { get; }

    /// <summary>What went wrong last; null where nothing did since the last success.</summary>
    public string? Problem { get; }

    /// <inheritdoc/>
    public override string ToString() => ViewText.Sync(this);
}
