using System.Data.Common;
using TimeTracker.Sqlite;

namespace TimeTracker.SyncServer.Storage;

/// <summary>The embedded store: one SQLite file, written by one server.</summary>
public sealed class SqliteLogStore : ILogStore
{
    // "TTsv": the file's application_id, by which it is told from every other SQLite file, a tracker's store too.
    private const int ApplicationId = 0x54547376;

    internal static Schema Schema { get; } =
        new(ApplicationId, [new Migration(1, "the log", SchemaText.Read("0001-log.sqlite.sql"))]);

    private readonly Database _database;

    private SqliteLogStore(Database database) => _database = database;

    /// <summary>Opens the file, or creates it.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be opened, or is no store of this program.</exception>
    public static SqliteLogStore Open(string path, TimeProvider clock)
    {
        var options = new DatabaseOptions { Clock = clock, Program = "TimeTracker.SyncServer" };
        return Guarded(() => new SqliteLogStore(Database.Open(path, Schema, options)));
    }

    /// <inheritdoc/>
    public T Write<T>(Func<LogTransaction, T> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        return Guarded(() =>
        {
            using var transaction = _database.BeginWrite();
            var result = act(new Enlisted(transaction));
            return transaction.Commit() switch
            {
                CommitOutcome.Committed => result,
                CommitOutcome.NotCommitted(_, var reason) => throw new StoreUnavailableException(reason),
                CommitOutcome.Unknown(_, var reason) => throw new StoreUnavailableException(reason),
                var outcome => throw new InvalidOperationException($"{outcome.GetType()} is no outcome"),
            };
        });
    }

    /// <inheritdoc/>
    public T Read<T>(Func<ISnapshot, T> ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        return Guarded(() =>
        {
            using var snapshot = _database.BeginRead();
            return ask(snapshot);
        });
    }

    /// <summary>Copies what is committed to a new file, checked and synced, while others go on writing.</summary>
    /// <param name="path">Names nothing yet.</param>
    /// <exception cref="StoreUnavailableException">The copy could not be made; there is no file at the path then.</exception>
    public void BackUp(string path) => Guarded(() =>
    {
#pragma warning disable TT0002 // Nothing is written: the copy ends the transaction, which only lent its connection.
        using var transaction = _database.BeginWrite();
#pragma warning restore TT0002
        transaction.SaveCopy(Path.GetFullPath(path));
        return path;
    });

    /// <summary>Closes the file.</summary>
    public void Dispose() => _database.Dispose();

    private static T Guarded<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (DatabaseException exception) when (exception.Fault != DatabaseFault.ConstraintViolated)
        {
            throw new StoreUnavailableException(exception.Message, exception);
        }
    }

    private sealed class Enlisted(WriteTransaction transaction) : LogTransaction
    {
        public override DbCommand Command(string sql) => transaction.Command(sql);
    }
}
