using SQLitePCL;
using TimeTracker.Sqlite.Connections;
using TimeTracker.Sqlite.Files;
using TimeTracker.Sqlite.Migrations;

namespace TimeTracker.Sqlite;

/// <summary>
/// One SQLite file in WAL mode, with one connection that writes and one that reads. Safe for many threads: writers
/// follow one another, readers too, and neither waits for the other. Every failure outside the program is a
/// <see cref="DatabaseException"/>.
/// </summary>
public sealed class Database : IDisposable
{
    private readonly ConnectionOpener _opener;
    private readonly Migrator _migrator;
    private readonly Schema _schema;
    private readonly ConnectionSlot _writer;
    private readonly ConnectionSlot _reader;
    private readonly Func<StoreConnection> _openWriter;
    private readonly Func<StoreConnection> _openReader;
    private FileIdentity _identity;
    private long _readersOpened;
    private volatile bool _hasUnknownCommit;
    private volatile bool _owesCheckpoint;

    private Database(string path, Schema schema, DatabaseOptions options)
    {
        Path = path;
        _schema = schema;
        _opener = new ConnectionOpener(path, schema, options);
        _migrator = new Migrator(schema, options);
        _writer = new ConnectionSlot("write transaction", options.BusyTimeout);
        _reader = new ConnectionSlot("read snapshot", options.BusyTimeout);
        _openWriter = OpenWriter;
        _openReader = OpenReader;
    }

    /// <summary>The full path, as it was opened.</summary>
    public string Path { get; }

    /// <summary>
    /// Tells this file from every copy of it, for as long as it lies on its disk: its number and the time of its birth.
    /// Without the disk's own number, which may be another after the next boot. Empty where the system cannot be asked.
    /// </summary>
    public string FileTag => _identity.State == FileIdentityState.Known
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{_identity.Inode:x}-{_identity.Born:x}")
        : string.Empty;

    /// <summary>
    /// Opens the file, or creates it in one step if the path names nothing. An older schema is brought up to date,
    /// after a backup. A file that is not a database of this application is left as it is. Takes no time that grows
    /// with the size of the file.
    /// </summary>
    /// <param name="path">The file; missing folders are created for the owner alone.</param>
    /// <param name="schema">What the file must be.</param>
    /// <param name="options">The defaults if null.</param>
    /// <returns>The database, whose writing connection is open.</returns>
    /// <exception cref="DatabaseException">With any fault but ConstraintViolated.</exception>
    public static Database Open(string path, Schema schema, DatabaseOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(schema);
        options ??= new DatabaseOptions();
        path = System.IO.Path.GetFullPath(path);
        NetworkFileSystem.Refuse(path);
        DatabaseCreator.CreateIfMissing(path, schema, options);

        var database = new Database(path, schema, options);
        try
        {
            _ = database._writer.Enter(database._openWriter);
            database._writer.Leave();
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Waits for the file's only write lock and begins. Do not begin one while this thread has one.
    /// </summary>
    /// <returns>The transaction, to be disposed.</returns>
    /// <exception cref="DatabaseException">Busy, Moved, SchemaTooNew, ReadOnly or a failure of the file.</exception>
    /// <exception cref="InvalidOperationException">This thread has a write transaction open.</exception>
    public WriteTransaction BeginWrite()
    {
        var connection = _writer.Enter(_openWriter);
        try
        {
            if (connection.IsReadOnly)
            {
                _writer.MarkStale();
                throw new DatabaseException(DatabaseFault.ReadOnly, $"{Path} can be read but not written.");
            }

            Begin(connection, _writer);
            return new WriteTransaction(this, connection);
        }
        catch
        {
            connection.Rollback();
            _writer.Leave();
            throw;
        }
    }

    /// <summary>Begins a snapshot of what is committed now, without waiting for a writer.</summary>
    /// <returns>The snapshot, to be disposed.</returns>
    /// <exception cref="DatabaseException">Busy, Moved, SchemaTooNew or a failure of the file.</exception>
    /// <exception cref="InvalidOperationException">This thread has a snapshot open.</exception>
    public ReadSnapshot BeginRead()
    {
        var connection = _reader.Enter(_openReader);
        try
        {
            Begin(connection, _reader);
            return new ReadSnapshot(_reader, connection);
        }
        catch
        {
            connection.Rollback();
            _reader.Leave();
            throw;
        }
    }

    /// <summary>
    /// Two numbers that are others once anything was committed, by whatever program, this one included; of a store that
    /// can only be read they stay. It begins no snapshot and costs a few microseconds, so that it can be asked often.
    /// </summary>
    /// <returns>Which reading connection it is, and that one's count of changes.</returns>
    /// <exception cref="DatabaseException">Busy, Moved or a failure of the file.</exception>
    /// <exception cref="InvalidOperationException">This thread has a snapshot open.</exception>
    public (long Reader, long Changes) ReadChanges()
    {
        var connection = _reader.Enter(_openReader);
        try
        {
            return connection.Role == ConnectionRole.ImmutableReader ? default : (_readersOpened, connection.ReadChanges());
        }
        finally
        {
            _reader.Leave();
        }
    }

    /// <summary>
    /// Closes both connections; one that is in use is closed when its user is done. The last one of all processes
    /// copies the log into the file and removes it.
    /// </summary>
    public void Dispose()
    {
        _reader.Dispose();
        _writer.Dispose();
    }

    internal CommitOutcome Settle(CommitOutcome outcome)
    {
        switch (outcome)
        {
            case CommitOutcome.Committed:
                _hasUnknownCommit = false;
                return outcome;

            // Frames of an unknown commit may lie behind the end of the log. A retry that writes the same frames and
            // runs out of space within the last one completes it, so that even a full disk proves nothing then.
            case CommitOutcome.NotCommitted { Fault: DatabaseFault.Full } full when _hasUnknownCommit:
                return Settle(new CommitOutcome.Unknown(full.Fault, full.Reason));

            case CommitOutcome.Unknown:
                _hasUnknownCommit = true;
                _owesCheckpoint = true;
                _writer.MarkStale();
                _reader.MarkStale();
                return outcome;

            default:
                return outcome;
        }
    }

    internal void LeaveWriter() => _writer.Leave();

    private void Begin(StoreConnection connection, ConnectionSlot slot)
    {
        var version = connection.Begin();
        if (version != _schema.Version)
        {
            slot.MarkStale();
            throw Migrator.WrongVersion(Path, version, _schema.Version);
        }
    }

    private StoreConnection OpenReader()
    {
        _readersOpened++;
        return OpenKnown(ConnectionRole.Reader);
    }

    private StoreConnection OpenWriter()
    {
        var connection = OpenKnown(ConnectionRole.Writer);
        try
        {
            _migrator.BringUpToDate(connection, _opener);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A Database stays with its file; whoever wants what the path names now opens another Database.</summary>
    private void ExpectSameFile(FileIdentity found)
    {
        if (_identity.State == FileIdentityState.Unknown)
        {
            _identity = found;
        }
        else if (found != _identity)
        {
            throw new DatabaseException(DatabaseFault.Moved, $"{Path} no longer names the file that was opened.");
        }
    }

    private StoreConnection OpenKnown(ConnectionRole role)
    {
        ExpectSameFile(_identity.State == FileIdentityState.Known ? FileIdentity.Of(Path) : _identity);
        var connection = _opener.Open(role);
        try
        {
            ExpectSameFile(connection.Files.Main);

            if (_owesCheckpoint && !connection.IsReadOnly)
            {
                // After a failed fsync the log's pages count as clean although they are not on the disk: what is read
                // from them is durable only once it was written again, into the database file.
                connection.Checkpoint(raw.SQLITE_CHECKPOINT_FULL);
                _owesCheckpoint = false;
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
