using System.Buffers.Binary;
using Microsoft.Extensions.Time.Testing;
using TimeTracker.Domain;
using TimeTracker.SyncServer.Storage;
using TimeTracker.SyncServer.Users;
using TimeTracker.TestKit;

namespace TimeTracker.SyncServer.Tests.Rig;

/// <summary>A store of its own with one user, a clock that stands still, and chance that counts.</summary>
internal sealed class Bench : IDisposable
{
    private static readonly EmptyDatabase Empty = new(path => LogStores.Open(path, TimeProvider.System).Dispose());

    private readonly TemporaryFolder _folder = new();
    private long _drawn;

    internal Bench(StoreKind kind = StoreKind.Sqlite)
    {
        Database = kind == StoreKind.Postgres ? Postgres.NewDatabase() : _folder["server.db"];
        if (kind == StoreKind.Sqlite && !LaidDatabase.Under(Database))
        {
            Empty.CopyTo(Database);
        }

        Store = LogStores.Open(Database, Clock);
        Log = new(Store, Clock);
        Accounts = new(Store, Clock, Draw);
        Enrolments = new(Store, Clock, Draw);
        Anna = Accounts.Add("anna")!.Value;
    }

    internal string Database { get; }

    internal FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2027, 7, 19, 12, 0, 0, TimeSpan.Zero));

    internal ILogStore Store { get; }

    internal SyncLog Log { get; }

    internal Accounts Accounts { get; }

    internal Enrolments Enrolments { get; }

    internal UserId Anna { get; }

    internal string this[string name] => _folder[name];

    public void Dispose()
    {
        Store.Dispose();
        _folder.Dispose();
    }

    /// <summary>Another server on the same database.</summary>
    internal ILogStore OpenAgain() => LogStores.Open(Database, Clock);

    internal void Draw(Span<byte> bytes)
    {
        bytes.Clear();
        BinaryPrimitives.WriteInt64BigEndian(bytes, Interlocked.Increment(ref _drawn));
    }

    internal IReadOnlyList<FeedRow> Everything(UserId? user = null)
    {
        var (rows, cursor) = (new List<FeedRow>(), FeedCursor.Start);
        while (true)
        {
            var page = ((ChangesOutcome.Page)Log.Changes(user ?? Anna, cursor)).Response;
            Assert.True(page.Follows(cursor));
            rows.AddRange(page.Rows);
            if (!page.HasMore)
            {
                return rows;
            }

            cursor = page.Rows[^1].Cursor;
        }
    }
}
