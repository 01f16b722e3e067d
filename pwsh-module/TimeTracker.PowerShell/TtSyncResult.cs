using TimeTracker.Core;

namespace TimeTracker.PowerShell;

/// <summary>What a sync did.</summary>
public sealed class TtSyncResult
{
    internal TtSyncResult(SyncProgress done) => (Pushed, Pulled) = (done.Pushed, done.Pulled);

    /// <summary>How many operations of this store the server has judged.</summary>
    public int Pushed { get; }

    /// <summary>How many operations the server's feed has brought, this store's own among them.</summary>
    public int Pulled { get; }
}
