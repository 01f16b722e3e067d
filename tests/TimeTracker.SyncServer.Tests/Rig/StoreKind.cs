namespace TimeTracker.SyncServer.Tests.Rig;

/// <summary>Which database a claim is tested on.</summary>
public enum StoreKind
{
    Sqlite,
    Postgres,
}
