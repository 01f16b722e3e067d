using System.Data.Common;
using TimeTracker.Sqlite.Connections;

namespace TimeTracker.Sqlite;

/// <summary>
/// The database as it was when the snapshot began, whatever is committed meanwhile. It cannot write. It belongs to the
/// thread that began it; keep it short, since the log cannot be reused past an open snapshot.
/// </summary>
public sealed class ReadSnapshot : ISnapshot, IDisposable
{
    private readonly ConnectionSlot _slot;
    private readonly StoreConnection _connection;
    private bool _isDisposed;

    internal ReadSnapshot(ConnectionSlot slot, StoreConnection connection)
    {
        _slot = slot;
        _connection = connection;
    }

    /// <summary>
    /// A prepared command of this snapshot, cached and used as in <see cref="WriteTransaction.Command"/>.
    /// </summary>
    /// <param name="sql">One statement, a constant text.</param>
    /// <returns>The command.</returns>
    public DbCommand Command(string sql)
    {
        if (_isDisposed)
        {
            throw new InvalidOperationException("This snapshot has ended.");
        }

        return _connection.Command(sql);
    }

    /// <summary>Lets go of the snapshot.</summary>
    public void Dispose()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            _connection.Rollback();
            _slot.Leave();
        }
    }
}
