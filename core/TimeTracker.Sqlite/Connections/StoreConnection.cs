using Microsoft.Data.Sqlite;
using SQLitePCL;
using TimeTracker.Sqlite.Files;
using TimeTracker.Sqlite.Migrations;

namespace TimeTracker.Sqlite.Connections;

/// <summary>
/// One open connection with its settings proven, its prepared statements and the identity of its files. Not safe for
/// more than one thread; a ConnectionSlot sees to that.
/// </summary>
internal sealed class StoreConnection : IDisposable
{
    private const int NoCheckpointOnClose = 1006;
    private const string ChangesQuery = "PRAGMA data_version";

    private readonly CommandCache _commands;
    private readonly NativeStatement _begin;
    private readonly NativeStatement _commit;
    private readonly NativeStatement _rollback;
    private readonly NativeStatement _readVersion;
    private readonly NativeStatement _readChanges;
    private DatabaseException? _lastFailure;

    public StoreConnection(SqliteConnection connection, ConnectionRole role, string path, OpenedFiles files)
    {
        Connection = connection;
        Role = role;
        Path = path;
        Files = files;
        Handle = connection.Handle!;
        _commands = new CommandCache(this);
        _begin = new NativeStatement(Handle, role == ConnectionRole.Writer ? "BEGIN IMMEDIATE" : "BEGIN", path);
        _commit = new NativeStatement(Handle, "COMMIT", path);
        _rollback = new NativeStatement(Handle, "ROLLBACK", path);
        _readVersion = new NativeStatement(Handle, SchemaVersion.Query, path);
        _readChanges = new NativeStatement(Handle, ChangesQuery, path);
    }

    public SqliteConnection Connection { get; }

    public sqlite3 Handle { get; }

    public ConnectionRole Role { get; }

    public string Path { get; }

    public OpenedFiles Files { get; }

    public bool InTransaction { get; private set; }

    /// <summary>The failure after which this connection must not be used again, if any.</summary>
    public DatabaseException? Failure { get; private set; }

    public bool IsReadOnly => raw.sqlite3_db_readonly(Handle, "main") != 0;

    private bool WasRolledBack => raw.sqlite3_get_autocommit(Handle) != 0;

    /// <summary>
    /// Begins, and reads the schema's version within: that pins a reader's snapshot, too. A reader must not show what no
    /// path names any more; a writer goes on until its commit, so that what it was to write is known and can be kept.
    /// </summary>
    public long Begin()
    {
        if (Role != ConnectionRole.Writer && !Files.AreStillNamed())
        {
            throw Moved();
        }

        ThrowIfFailed(_begin.Run(), "BEGIN");
        InTransaction = true;
        _lastFailure = null;
        return ReadVersion();
    }

    public long ReadVersion()
    {
        ThrowIfFailed(_readVersion.Read(out var version), SchemaVersion.Query);
        return version;
    }

    /// <summary>A number that is another one after each commit of any other connection; it means nothing elsewhere.</summary>
    public long ReadChanges()
    {
        if (!Files.AreStillNamed())
        {
            throw Moved();
        }

        ThrowIfFailed(_readChanges.Read(out var changes), ChangesQuery);
        return changes;
    }

    public EnlistedCommand Command(string sql) => _commands.Get(sql);

    /// <summary>Ends the transaction, whatever the outcome.</summary>
    public CommitOutcome Commit()
    {
        if (Failure is not null || WasRolledBack)
        {
            Rollback();
            var cause = Failure ?? _lastFailure;
            return new CommitOutcome.NotCommitted(
                cause?.Fault ?? DatabaseFault.Unexpected, cause?.Message ?? "SQLite had rolled back before.");
        }

        _commands.CloseReaders();
        if (!Files.AreStillNamed())
        {
            var moved = Moved();
            Rollback();
            return new CommitOutcome.NotCommitted(moved.Fault, moved.Message);
        }

        var code = _commit.Run();
        if (code != raw.SQLITE_OK)
        {
            return CommitFailed(SqliteFault.Exception(code, "COMMIT", Path, Handle));
        }

        InTransaction = false;
        if (!Files.AreStillNamed())
        {
            var moved = Note(new DatabaseException(
                DatabaseFault.Moved, $"{Path} was replaced during COMMIT, which went into the file of before."));
            return new CommitOutcome.Unknown(moved.Fault, moved.Message);
        }

        return CommitOutcome.Committed.Instance;
    }

    public void Rollback()
    {
        _commands.CloseReaders();
        InTransaction = false;
        if (!WasRolledBack && _rollback.Run() is var code and not raw.SQLITE_OK)
        {
            // Nothing is lost by it: closing the connection rolls back as well.
            _ = Note(SqliteFault.Exception(code, "ROLLBACK", Path, Handle));
        }
    }

    /// <summary>Copies the whole log into the database file and syncs both.</summary>
    public void Checkpoint(int mode)
    {
        _ = raw.sqlite3_wal_checkpoint_v2(Handle, "main", mode, out _, out _);
        ThrowIfFailed(raw.sqlite3_extended_errcode(Handle), "checkpoint");
    }

    public DatabaseException Failed(SqliteException exception) => Note(SqliteFault.Wrap(exception, Path));

    public DatabaseException Failed(int extendedCode, string doing) =>
        Note(SqliteFault.Exception(extendedCode, doing, Path, Handle));

    public void EndOfTransaction() => _commands.TrimToLimit();

    /// <summary>A refused file keeps its log: the last close would copy it into the file.</summary>
    public static void LeaveLogOnClose(sqlite3? handle)
    {
        if (handle is not null)
        {
            _ = raw.sqlite3_db_config(handle, NoCheckpointOnClose, 1, out _);
        }
    }

    public void Dispose()
    {
        _commands.Clear();
        _begin.Dispose();
        _commit.Dispose();
        _rollback.Dispose();
        _readVersion.Dispose();
        _readChanges.Dispose();
        Connection.Dispose();
    }

    private CommitOutcome CommitFailed(DatabaseException failure)
    {
        // BUSY and a deferred constraint leave the transaction open, everything else has ended it.
        Rollback();
        if (SqliteFault.ProvesRollback(failure.Fault) && WasRolledBack)
        {
            return new CommitOutcome.NotCommitted(failure.Fault, failure.Message);
        }

        Failure = failure;
        return new CommitOutcome.Unknown(failure.Fault, failure.Message);
    }

    private void ThrowIfFailed(int code, string doing)
    {
        if (code != raw.SQLITE_OK)
        {
            throw Failed(code, doing);
        }
    }

    private DatabaseException Moved() =>
        Note(new DatabaseException(DatabaseFault.Moved, $"{Path} no longer names the opened file."));

    private DatabaseException Note(DatabaseException exception)
    {
        _lastFailure = exception;
        if (!SqliteFault.LeavesConnectionUsable(exception.Fault))
        {
            Failure ??= exception;
        }

        return exception;
    }
}
