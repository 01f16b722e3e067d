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
    private const string CircuitIsOpen = "the server failed several times in a row and is left alone for a minute";

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
        _database.Change(transaction => SyncStatusTable.Connect(transaction, Connection.Server, Connection.User, Connection.Enrolment));
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

    [Fact]
    public async Task AStoreThatIsConnectedToNothing_AsksNobody()
    {
        _database.Change(SyncStatusTable.Disconnect);
        _server.Mangle = _ => throw new InvalidOperationException("asked");
        Assert.Equal(SyncWorker.Period, await _worker.RunOnce(CancellationToken.None));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, 1)]
    [InlineData(59, 59)]
    [InlineData(60, 60)]
    [InlineData(61, 60)]
    [InlineData(3600, 60)]
    [InlineData(3601, null)]
    [Trait("Invariant", "INV-13")]
    public async Task AnAttemptIsMadeWhenItIsDue_OrWhenTheClockWasSetBackSince(int dueIn, int? waits)
    {
        var due = Instant.MicrosecondsOf(_time.GetUtcNow().AddSeconds(dueIn));
        _database.Change(transaction => SyncStatusTable.Failed(transaction, 1, due, "busy", isCircuitOpen: false));
        var wait = await _worker.RunOnce(CancellationToken.None);
        Assert.Equal(waits is null, Status().Connection!.Attempts == 0);
        Assert.Equal(TimeSpan.FromSeconds(waits ?? 60), wait);
    }

    [Fact]
    public async Task WhereNothingIsNew_ASuccessIsRecordedOnlyOnceAMinute()
    {
        var first = _time.GetUtcNow();
        await _worker.RunOnce(CancellationToken.None);
        _time.Advance(SyncWorker.Period);
        await _worker.RunOnce(CancellationToken.None);
        Assert.Equal(first, Status().Connection!.LastSuccess);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        await _worker.RunOnce(CancellationToken.None);
        Assert.Equal(_time.GetUtcNow(), Status().Connection!.LastSuccess);
    }

    [Fact]
    public async Task WhereSomethingIsNew_ASuccessIsRecordedAtOnce()
    {
        await _worker.RunOnce(CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(1));
        _laptop.Bench.Do(Bench.Stop());
        await _worker.RunOnce(CancellationToken.None);
        Assert.Equal(_time.GetUtcNow(), Status().Connection!.LastSuccess);
    }

    [Fact]
    public async Task ASuccessAfterAProblem_IsRecordedAtOnce_AndTheProblemIsGone()
    {
        await _worker.RunOnce(CancellationToken.None);
        _database.Change(transaction => SyncStatusTable.Troubled(transaction, "the network was down"));
        _time.Advance(TimeSpan.FromSeconds(1));
        await _worker.RunOnce(CancellationToken.None);
        Assert.Equal((null, _time.GetUtcNow()), (Status().Connection!.Problem, Status().Connection!.LastSuccess));
    }

    [Fact]
    public async Task ASuccess_EndsAllThatFailuresLeft()
    {
        _server.Mangle = _ => new ServerAnswer.Failed(CircuitIsOpen, TimeSpan.FromSeconds(60));
        await _worker.RunOnce(CancellationToken.None);
        _server.Mangle = null;
        _time.Advance(TimeSpan.FromSeconds(60));
        await _worker.RunOnce(CancellationToken.None);
        Assert.Equal(Connection with { LastSuccess = _time.GetUtcNow() }, Status().Connection);
    }

    [Theory]
    [InlineData(30, 30)]
    [InlineData(60, 60)]
    [InlineData(120, 60)]
    [Trait("Invariant", "INV-13")]
    public async Task AFailure_IsKeptWithTheNextAttempt_AndLooksAgainWithinAMinute(int retryAfter, int waits)
    {
        _server.Mangle = _ => new ServerAnswer.Failed("busy", TimeSpan.FromSeconds(retryAfter));
        Assert.Equal(TimeSpan.FromSeconds(waits), await _worker.RunOnce(CancellationToken.None));
        var next = _time.GetUtcNow().AddSeconds(retryAfter);
        Assert.Equal(Connection with { Attempts = 1, NextAttempt = next, Problem = "busy" }, Status().Connection);
        Assert.Equal(
            (1L, Instant.MicrosecondsOf(next)),
            (_laptop.Ask<long>("SELECT attempts FROM outbox"), _laptop.Ask<long>("SELECT next_attempt FROM outbox")));
    }

    [Fact]
    [Trait("Invariant", "INV-13")]
    public async Task AServerThatIsLeftAlone_IsToldApartFromOneThatFails()
    {
        _server.Mangle = _ => new ServerAnswer.Failed(CircuitIsOpen, TimeSpan.FromSeconds(60));
        await _worker.RunOnce(CancellationToken.None);
        Assert.True(Status().Connection!.IsCircuitOpen);
        _server.Mangle = _ => new ServerAnswer.Failed("busy");
        _time.Advance(TimeSpan.FromSeconds(60));
        await _worker.RunOnce(CancellationToken.None);
        Assert.Equal((2, false), (Status().Connection!.Attempts, Status().Connection!.IsCircuitOpen));
    }

    [Fact]
    public async Task AShutOut_IsKeptWithItsReason_AndLoggedOnce()
    {
        _server.Mangle = _ => new ServerAnswer.ShutOut("revoked");
        Assert.Equal(SyncWorker.Period, await _worker.RunOnce(CancellationToken.None));
        Assert.Equal(SyncWorker.Period, await _worker.RunOnce(CancellationToken.None));
        Assert.Equal(Connection with { IsShutOut = true, Problem = "revoked" }, Status().Connection);
        Assert.EndsWith("WRN The server lets this device in no more: revoked", Assert.Single(Logged()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFailure_IsLogged_WithItsNumberAndTheWait()
    {
        _server.Mangle = _ => new ServerAnswer.Failed("busy", TimeSpan.FromSeconds(30));
        await _worker.RunOnce(CancellationToken.None);
        Assert.EndsWith("WRN Sync failed, attempt 1, next in \"00:00:30\": busy", Assert.Single(Logged()), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Invariant", "INV-14")]
    public async Task WhileAnotherWorkerSyncs_NothingIsRecorded()
    {
        _database.Change(transaction => SyncLease.TryTake(transaction, "another", _laptop.Bench.Clock.Reading));
        Assert.Equal(SyncWorker.Period, await _worker.RunOnce(CancellationToken.None));
        Assert.Equal(Connection, Status().Connection);
    }

    [Fact]
    [Trait("Invariant", "INV-14")]
    public async Task AWorkerThatEnds_LeavesTheLeaseToTheNext()
    {
        await _worker.RunOnce(CancellationToken.None);
        _worker.Release();
        Assert.Equal(0L, _laptop.Ask<long>("SELECT expires_utc FROM lease WHERE name = 'sync'"));
    }

    private static SyncConnection Connection { get; } = new(new Uri("https://time.example"), "anna", Guid.CreateVersion7());

    private List<string> Logged()
    {
        _log.Dispose();
        return [.. Directory.GetFiles(LogSweep.FolderOf(_laptop.Bench.Folder)).SelectMany(File.ReadAllLines)];
    }

    private SyncView Status() => _laptop.Bench.Tracker.Sync.Status();
}
