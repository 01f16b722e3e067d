using System.Data;
using Npgsql;
using TimeTracker.Sqlite;

namespace TimeTracker.SyncServer.Storage;

/// <summary>PostgreSQL: any number of servers may share one database.</summary>
public sealed class PostgresLogStore : ILogStore
{
    /// <summary>How often a transaction that the database gave up is begun again.</summary>
    private const int AttemptsMax = 4;

    /// <summary>Statements that a connection keeps prepared: more than this program has.</summary>
    private const int PreparedMax = 64;

    private readonly NpgsqlDataSource _source;

    private PostgresLogStore(NpgsqlDataSource source) => _source = source;

    /// <summary>Connects, and brings the schema up to date while no other server does.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be reached, or a newer program has changed it.</exception>
    public static PostgresLogStore Open(string connectionString, TimeProvider clock)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (settings.MaxAutoPrepare == 0)
        {
            (settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (PreparedMax, 2);
        }

        var source = NpgsqlDataSource.Create(settings);
        try
        {
            Guarded(() => PostgresMigrator.BringUpToDate(source, clock));
            return new(source);
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public T Write<T>(Func<LogTransaction, T> act)
    {
        ArgumentNullException.ThrowIfNull(act);

        // Each statement sees what was committed before it began, so that whoever has waited for a user's row reads
        // what the one before wrote.
        return Run(IsolationLevel.ReadCommitted, act);
    }

    /// <inheritdoc/>
    public T Read<T>(Func<ISnapshot, T> ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        return Run(IsolationLevel.RepeatableRead, ask);
    }

    /// <summary>Closes the connections that are not in use; the others as soon as they are free.</summary>
    public void Dispose() => _source.Dispose();

    private T Run<T>(IsolationLevel isolation, Func<PostgresTransaction, T> act) => Guarded(() =>
    {
        for (var attempt = 1; ; attempt++)
        {
            // A database that lets nobody in is not asked again: the waiting is for whoever has sent the request.
            using var connection = _source.OpenConnection();
            try
            {
                using var transaction = connection.BeginTransaction(isolation);
                var result = act(new PostgresTransaction(connection, transaction));
                transaction.Commit();
                return result;
            }
            catch (NpgsqlException exception) when (exception.IsTransient && attempt < AttemptsMax)
            {
                // A deadlock, or a connection that died: what was not committed is gone, and what was is known by its
                // id when it comes again.
            }
        }
    });

    // A constraint that was broken (class 23) is a fault of this program, and no failure of the database.
    private static T Guarded<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (NpgsqlException exception) when (exception is not PostgresException { SqlState: ['2', '3', ..] })
        {
            throw new StoreUnavailableException("PostgreSQL: " + exception.Message, exception);
        }
    }
}
