using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TimeTracker.Sqlite.Connections;

/// <summary>
/// A cached command. It runs only inside the transaction of its connection: kept and run later it would commit by
/// itself, unseen by every check. Its failures leave as DatabaseException, and disposing it leaves it in the cache.
/// </summary>
internal sealed class EnlistedCommand : SqliteCommand
{
    private readonly StoreConnection _owner;
    private bool _evicted;

    public EnlistedCommand(string sql, IEnumerable<string> parameterNames, StoreConnection owner)
        : base(sql, owner.Connection)
    {
        _owner = owner;
        foreach (var name in parameterNames)
        {
            Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        Prepare();
    }

    public bool HasOpenReader => DataReader is not null;

    public override int ExecuteNonQuery() => Guarded(static command => command.BaseExecuteNonQuery());

    public override object? ExecuteScalar() => Guarded(static command => command.BaseExecuteScalar());

    /// <summary>A value that was not set again must fail, not repeat the last caller's.</summary>
    public void ForgetValues()
    {
        for (var index = 0; index < Parameters.Count; index++)
        {
            Parameters[index].Value = null;
        }
    }

    public void CloseReader() => DataReader?.Dispose();

    public void Evict()
    {
        _evicted = true;
        Dispose();
    }

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
    {
        EnsureInTransaction();
        try
        {
            return new GuardedReader(base.ExecuteReader(behavior & ~CommandBehavior.CloseConnection), _owner);
        }
        catch (SqliteException exception)
        {
            throw _owner.Failed(exception);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (_evicted)
        {
            base.Dispose(disposing);
        }
        else if (disposing)
        {
            CloseReader();
        }
    }

    private int BaseExecuteNonQuery() => base.ExecuteNonQuery();

    private object? BaseExecuteScalar() => base.ExecuteScalar();

    private T Guarded<T>(Func<EnlistedCommand, T> execute)
    {
        EnsureInTransaction();
        try
        {
            return execute(this);
        }
        catch (SqliteException exception)
        {
            throw _owner.Failed(exception);
        }
    }

    private void EnsureInTransaction()
    {
        if (_evicted || !_owner.InTransaction)
        {
            throw new InvalidOperationException("The transaction that handed out this command has ended.");
        }

        if (raw.sqlite3_get_autocommit(_owner.Handle) != 0)
        {
            throw new InvalidOperationException("SQLite has rolled the transaction back; nothing may follow in it.");
        }
    }
}
