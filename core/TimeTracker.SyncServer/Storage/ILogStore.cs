using TimeTracker.Sqlite;

namespace TimeTracker.SyncServer.Storage;

/// <summary>
/// Where users, devices and their logs are kept. Safe for many threads, and for many processes where the database is
/// PostgreSQL. A failure of the database is a <see cref="StoreUnavailableException"/>.
/// </summary>
public interface ILogStore : IDisposable
{
    /// <summary>
    /// Runs <paramref name="act"/> in one transaction and returns its result once that is committed and synced. It may
    /// run more than once, each time in a new transaction, where the database gave up the one before.
    /// </summary>
    T Write<T>(Func<LogTransaction, T> act);

    /// <summary>Runs <paramref name="ask"/> on one consistent state of what is committed.</summary>
    T Read<T>(Func<ISnapshot, T> ask);
}
