using Microsoft.Extensions.Time.Testing;
using TimeTracker.Core.Diagnostics;
using TimeTracker.Core.Storage;
using TimeTracker.Core.Sync;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Tests.Sync;

/// <summary>What a worker does after a pass, and what the store then knows of it.</summary>
public sealed class SyncWorkerTests : IDisposable
{
    private readonly ServerInProcess _server = new();
    private readonly Replica _laptop = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2027, 3, 9, 8, 0, 0, TimeSpan.Zero));
    private readonly Database _database;
    private readonly LogFile _log;
    private readonly SyncWorker _worker;

    public SyncWorkerTests()
    {
        _laptop.Bench.Do(Bench.Start("Plan"));
        _database = Database.Open(_laptop.Bench.StorePath, StoreSchema.Current);
        _log = new LogFile(_laptop.Bench.Folder, _time);
        _worker = new(_database, _server, () => _laptop.Bench.Clock.Reading, _time, _log, "worker");
        Change(transaction => SyncStatusTable.Connect(transaction, new Uri("https://time.example"), "anna", Guid.CreateVersion7()));
    }

    public void Dispose()
    {
        _log.Dispose();
        _database.Dispose();
        _laptop.Dispose();
        _server.Dispose();
    }

    [Fact]
    [Trait("Invariant", "INV-15")]
    public async Task AfterASuccess_TheNextPassIsDueIn60Seconds()
    {
        Assert.Equal(SyncWorker.Period, await _worker.RunOnce(CancellationToken.None));
        Assert.Equal((0L, 0), (Status().Pending, Status().Connection!.Attempts));
        Assert.Equal(_time.GetUtcNow(), Status().Connection!.LastSuccess);
    }

    [Fact]
    [Trait("Invariant", "INV-13")]
    public async Task Failures_AreCountedAndKept_AndNoNumberOfThemDropsAnything()
    {
        _server.Mangle = _ => new ServerAnswer.Failed("the network is down", TimeSpan.FromSeconds(30));
        for (var attempt = 1; attempt <= 1000; attempt++)
        {
            var wait = await _worker.RunOnce(CancellationToken.None);
            Assert.InRange(wait, TimeSpan.FromSeconds(30), SyncWorker.Period);
            _time.Advance(RetrySchedule.Cap);
        }

        Assert.Equal(1000, Status().Connection!.Attempts);
        Assert.Equal(1000L, _laptop.Ask<long>("SELECT attempts FROM outbox"));
        Assert.Equal("the network is down", Status().Connection!.Problem);
        _server.Mangle = null;
        await _worker.RunOnce(CancellationToken.None);
        Assert.Equal(0L, Status().Pending);
    }

    [Fact]
    [Trait("Invariant", "INV-13")]
    public async Task BeforeTheNextAttemptIsDue_TheServerIsNotAsked()
    {
        _server.Mangle = _ => new ServerAnswer.Failed("busy", TimeSpan.FromSeconds(50));
        await _worker.RunOnce(CancellationToken.None);
        _server.Mangle = _ => throw new InvalidOperationException("too early");
        _time.Advance(TimeSpan.FromSeconds(49));
        Assert.Equal(TimeSpan.FromSeconds(1), await _worker.RunOnce(CancellationToken.None));
    }

    [Fact]
    public async Task ADeviceThatIsShutOut_AsksNoMore_AndBurnsNoAttempts()
    {
        _server.Mangle = _ => new ServerAnswer.ShutOut("revoked");
        await _worker.RunOnce(CancellationToken.None);
        _server.Mangle = _ => throw new InvalidOperationException("asked again");
        await _worker.RunOnce(CancellationToken.None);
        Assert.True(Status().Connection!.IsShutOut);
        Assert.Equal(0, Status().Connection!.Attempts);
        Assert.Equal(1L, Status().Pending);
    }

    [Fact]
    [Trait("Invariant", "INV-15")]
    public async Task WithoutAnyThreadInThePool_CommandsAreStillCommitted()
    {
        using var release = new ManualResetEventSlim();
        var blocked = Enumerable.Range(0, 100).Select(_ => Task.Run(release.Wait)).ToArray();
        _laptop.Bench.Do(Bench.Stop());
        release.Set();
        await Task.WhenAll(blocked);
    }

    private SyncView Status() => _laptop.Bench.Tracker.Sync.Status();

    private void Change(Action<WriteTransaction> change)
    {
        using var transaction = _database.BeginWrite();
        change(transaction);
        Assert.IsType<CommitOutcome.Committed>(transaction.Commit());
    }
}
