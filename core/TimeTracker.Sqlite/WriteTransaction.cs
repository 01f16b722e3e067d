using System.Data.Common;
using TimeTracker.Sqlite.Connections;

namespace TimeTracker.Sqlite;

/// <summary>
/// BEGIN IMMEDIATE … COMMIT: the only way to write. It belongs to the thread that began it. Disposed without
/// <see cref="Commit"/> it is rolled back.
/// </summary>
public sealed class WriteTransaction : ISnapshot, IDisposable
{
    private readonly Database _database;
    private readonly StoreConnection _connection;
    private bool _isOver;
    private bool _isDisposed;

    internal WriteTransaction(Database database, StoreConnection connection)
    {
        _database = database;
        _connection = connection;
    }

    /// <summary>
    /// A prepared command of this transaction, the same object each time for the same text, with its parameters there
    /// but not set: see <see cref="CommandParameters"/>. It need not be disposed, and it runs only until the
    /// transaction ends. Its failures are <see cref="DatabaseException"/>.
    /// </summary>
    /// <param name="sql">One statement, a constant text: texts are cached.</param>
    /// <returns>The command.</returns>
    public DbCommand Command(string sql)
    {
        ThrowIfOver();
        return _connection.Command(sql);
    }

    /// <summary>
    /// Commits if the path still names the opened file, and says what is known then. It ends the transaction in any
    /// case and does not throw for what can go wrong outside the program.
    /// </summary>
    /// <returns>The outcome, which must be looked at.</returns>
    public CommitOutcome Commit()
    {
        ThrowIfOver();
        _isOver = true;
        return _database.Settle(_connection.Commit());
    }

    /// <summary>
    /// Copies what the opened file holds to a new file, for the owner alone, checked and synced: the last chance to
    /// keep a database whose path names it no longer. Ends the transaction; what it did not commit is not copied.
    /// </summary>
    /// <param name="path">Names nothing yet.</param>
    /// <exception cref="DatabaseException">The copy could not be made; there is no file at the path then.</exception>
    public void SaveCopy(string path)
    {
        if (!_isOver)
        {
            _isOver = true;
            _connection.Rollback();
        }

        Migrations.Backup.Save(_connection, path);
    }

    /// <summary>Rolls back what was not committed, and lets the next writer in.</summary>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        if (!_isOver)
        {
            _isOver = true;
            _connection.Rollback();
        }

        _database.LeaveWriter();
    }

    private void ThrowIfOver()
    {
        if (_isOver)
        {
            throw new InvalidOperationException("This transaction has ended.");
        }
    }
}
