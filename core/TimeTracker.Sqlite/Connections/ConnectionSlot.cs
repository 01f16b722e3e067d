namespace TimeTracker.Sqlite.Connections;

/// <summary>
/// Holds one connection for one user at a time. Waiting is bounded; the same thread asking twice is a bug that would
/// otherwise wait for itself.
/// </summary>
internal sealed class ConnectionSlot(string what, TimeSpan wait) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private StoreConnection? _connection;
    private int _holder;
    private volatile bool _isStale;
    private volatile bool _isClosed;

    /// <summary>Enters; the connection is opened if there is none that is still good.</summary>
    public StoreConnection Enter(Func<StoreConnection> open)
    {
        if (Volatile.Read(ref _holder) == Environment.CurrentManagedThreadId)
        {
            throw new InvalidOperationException($"This thread has a {what} open already; pass that one on.");
        }

        ObjectDisposedException.ThrowIf(_isClosed, typeof(Database));
        if (!_gate.Wait(wait))
        {
            throw new DatabaseException(DatabaseFault.Busy, $"Another thread kept its {what} open for too long.");
        }

        Volatile.Write(ref _holder, Environment.CurrentManagedThreadId);
        try
        {
            ObjectDisposedException.ThrowIf(_isClosed, typeof(Database));
            DropIfUnusable();
            return _connection ??= open();
        }
        catch
        {
            Leave();
            throw;
        }
    }

    public void Leave()
    {
        _connection?.EndOfTransaction();
        DropIfUnusable();
        Volatile.Write(ref _holder, 0);
        _gate.Release();
    }

    /// <summary>The connection is dropped as soon as its present user has left.</summary>
    public void MarkStale() => _isStale = true;

    public void Dispose()
    {
        _isClosed = true;
        if (_gate.Wait(TimeSpan.Zero))
        {
            DropIfUnusable();
            _gate.Release();
        }
    }

    private void DropIfUnusable()
    {
        // An immutable connection sees no log that someone else starts to write, so it lives for one snapshot.
        if (_connection is not null
            && (_isStale || _isClosed || _connection.Failure is not null
                || _connection.Role == ConnectionRole.ImmutableReader))
        {
            _connection.Dispose();
            _connection = null;
        }

        _isStale = false;
    }
}
