using System.Globalization;
using TimeTracker.Core.Storage;
using TimeTracker.Core.Sync;
using TimeTracker.Core.Watching;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Tests.Sync;

/// <summary>One worker among all on a store has the right to talk to the server.</summary>
[Trait("Invariant", "INV-14")]
public sealed class SyncLeaseTests : IDisposable
{
    private readonly Bench _bench = new();
    private readonly Database _database;

    public SyncLeaseTests() => _database = Database.Open(_bench.StorePath, StoreSchema.Current);

    public void Dispose()
    {
        _database.Dispose();
        _bench.Dispose();
    }

    [Fact]
    public void WhileOneWorkerHasIt_NoOtherTakesIt_UntilItIsGivenBack()
    {
        var one = Take("one");
        Assert.Equal(new SyncLease("one", 1), one);
        Assert.Null(Take("another"));
        Assert.Equal(one, Take("one"));
        Change(transaction => one!.Release(transaction, _bench.Clock.Reading));
        Assert.Equal(new SyncLease("another", 2), Take("another"));
    }

    [Fact]
    public void AfterItHasRunOut_AnotherWorkerTakesIt_AndTheFirstMayWriteNothing()
    {
        var one = Take("one")!;
        _bench.Clock.Work(Lease.Duration);
        Assert.Null(Take("another"));
        _bench.Clock.Work(TimeSpan.FromMilliseconds(1));
        Assert.Equal(new SyncLease("another", 2), Take("another"));
        Assert.False(Change(transaction => one.Slide(transaction, _bench.Clock.Reading)));
    }

    [Fact]
    public void AWorkerThatSlidesIt_KeepsIt()
    {
        var one = Take("one")!;
        _bench.Clock.Work(Lease.Duration);
        Assert.True(Change(transaction => one.Slide(transaction, _bench.Clock.Reading)));
        _bench.Clock.Work(Lease.Duration);
        Assert.Null(Take("another"));
    }

    [Fact]
    public void TheLeaseOfAProcessThatHasEnded_IsTakenAtOnce()
    {
        // A process's number is at most 4 194 304.
        var own = LeaseHolder.New();
        var gone = own.Replace(
            Environment.ProcessId.ToString(CultureInfo.InvariantCulture), "2147483646", StringComparison.Ordinal);
        Assert.NotNull(Take(gone));
        Assert.Equal(new SyncLease("another", 2), Take("another"));
    }

    private SyncLease? Take(string worker) =>
        Change(transaction => SyncLease.TryTake(transaction, worker, _bench.Clock.Reading));

    private T Change<T>(Func<WriteTransaction, T> change)
    {
        using var transaction = _database.BeginWrite();
        var result = change(transaction);
        Assert.IsType<CommitOutcome.Committed>(transaction.Commit());
        return result;
    }

    private void Change(Action<WriteTransaction> change) => Change<object?>(transaction =>
    {
        change(transaction);
        return null;
    });
}
