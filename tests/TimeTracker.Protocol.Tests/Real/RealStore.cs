using Microsoft.Data.Sqlite;
using TimeTracker.Core.Identity;
using TimeTracker.Core.Storage;
using TimeTracker.Core.Sync;
using TimeTracker.Domain;
using TimeTracker.Sqlite;
using TimeTracker.SyncServer;
using TimeTracker.SyncServer.Pushing;

namespace TimeTracker.Protocol.Tests.Real;

/// <summary>A real store with what its workers hold in memory. Every change is one of the product's own transactions.</summary>
internal sealed class RealStore : IDisposable
{
    private const string Project = "project.set";

    private static readonly Reading Now = new(
        1_804_579_200_000_000, TimeSpan.FromHours(1), TimeSpan.FromHours(1), new ClockDomain("one"));

    private readonly string _path;
    private readonly Dictionary<int, (SyncLease Lease, Domain.PushRequest? Request)> _workers = [];
    private readonly Dictionary<int, ChangesOutcome> _pages = [];
    private Database _database;
    private int _processes;

    private RealStore(string path)
    {
        _path = path;
        _database = Database.Open(path, StoreSchema.Current);
    }

    internal static RealStore New(string path)
    {
        var store = new RealStore(path);
        store.Write(transaction => WritingIdentity.TakeNew(transaction, Now.UtcMicroseconds));
        return store;
    }

    /// <summary>A store from the bytes of another; one that knows itself as a copy writes as a new device.</summary>
    internal static RealStore From(byte[] bytes, string path, bool noticed)
    {
        File.WriteAllBytes(path, bytes);
        var store = new RealStore(path);
        if (noticed)
        {
            store.Write(transaction => WritingIdentity.TakeNew(transaction, Now.UtcMicroseconds));
        }

        return store;
    }

    internal OperationId Commit(int op, bool isTooLarge)
    {
        var command = CommandId.FromFresh(Guid.CreateVersion7());
        Write(transaction =>
        {
            if (!isTooLarge)
            {
                var body = new OperationBody.OfProject(
                    new(command.Value), new() { Name = Field.Set(ProjectName.Parse($"op{op}")) });
                return LedgerWriter.Append(transaction, command, [body], Now);
            }

            // Small enough for a ledger, too large with what the wire puts around it.
            var payload = System.Text.Encoding.UTF8.GetBytes($"{{\"x\":\"{new string('x', 16_300)}\"}}");
            var (position, hash, seen) = OperationTable.Last(transaction);
            var row = new LedgerRow(command.Operation(1).Value, command.Value, Project, command.Value, payload, seen, "local", Now);
            OperationTable.Append(transaction, position + 1, row, HashChain.Next(hash, row));
            return position;
        });
        return command.Operation(1);
    }

    internal Domain.PushRequest BeginPush(int worker, int operations)
    {
        var lease = Take(worker);
        var request = Read(snapshot => PushSteps.Next(snapshot, operations))!;
        _workers[worker] = (lease, request);
        return request;
    }

    internal void Apply(int worker, PushOutcome outcome) => Holding(worker, transaction =>
    {
        switch (outcome)
        {
            case PushOutcome.Done(var response):
                Assert.True(PushSteps.Settle(transaction, _workers[worker].Request!, response));
                break;
            case PushOutcome.OutOfOrder:
                PushSteps.TakeNewDevice(transaction, Now.UtcMicroseconds);
                break;
            case PushOutcome.OtherFeed:
                PullApplier.BeginAnew(transaction);
                break;
        }
    });

    internal void ReadPage(int worker, RealServer server, int rowsMax)
    {
        _workers[worker] = (Take(worker), null);
        _pages[worker] = server.Changes(Read(FeedTable.Cursor), rowsMax);
    }

    internal void WritePage(int worker) => Holding(worker, transaction =>
    {
        switch (_pages[worker])
        {
            case ChangesOutcome.Page(var page):
                PullApplier.Apply(transaction, page, Now.UtcMicroseconds);
                break;
            case ChangesOutcome.OtherFeed:
                PullApplier.BeginAnew(transaction);
                break;
        }
    });

    /// <summary>Whoever had the lease has it no more.</summary>
    internal void Expire() => Write(transaction =>
    {
        LeaseTable.Write(transaction, LeaseTable.Sync, $"another {_processes++}", Now with { Domain = new("before") });
        return 0;
    });

    internal void EndProcesses()
    {
        _processes++;
        _workers.Clear();
    }

    internal byte[] Copy()
    {
        using var connection = new SqliteConnection($"Data Source={_path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        command.ExecuteNonQuery();
        return File.ReadAllBytes(_path);
    }

    internal void PutBack(byte[] copy)
    {
        EndProcesses();
        _database.Dispose();
        File.WriteAllBytes(_path, copy);
        _database = Database.Open(_path, StoreSchema.Current);
    }

    internal T Read<T>(Func<ISnapshot, T> ask)
    {
        using var snapshot = _database.BeginRead();
        return ask(snapshot);
    }

    public void Dispose() => _database.Dispose();

    private SyncLease Take(int worker) => Write(transaction => SyncLease.TryTake(transaction, $"{worker} of {_processes}", Now))
        ?? throw new InvalidOperationException("the lease is another's");

    private void Holding(int worker, Action<WriteTransaction> change) => Write(transaction =>
    {
        if (_workers[worker].Lease.Slide(transaction, Now))
        {
            change(transaction);
        }

        return 0;
    });

    private T Write<T>(Func<WriteTransaction, T> change)
    {
        using var transaction = _database.BeginWrite();
        var result = change(transaction);
        Assert.IsType<CommitOutcome.Committed>(transaction.Commit());
        return result;
    }
}
