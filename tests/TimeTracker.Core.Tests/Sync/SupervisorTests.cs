using Microsoft.Extensions.Time.Testing;
using TimeTracker.Core.Diagnostics;
using TimeTracker.Core.Sync;
using TimeTracker.TestKit;

namespace TimeTracker.Core.Tests.Sync;

/// <summary>Whatever a worker does, the next one begins.</summary>
public sealed class SupervisorTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();
    private readonly List<string> _ends = [];
    private readonly SemaphoreSlim _happened = new(0);
    private readonly LogFile _log;
    private Supervisor? _supervisor;
    private int _created;
    private int _passes;

    public SupervisorTests() => _log = new LogFile(_folder.Path, _time);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_supervisor is not null)
        {
            await _supervisor.DisposeAsync();
        }
    }

    public void Dispose()
    {
        _log.Dispose();
        _happened.Dispose();
        _folder.Dispose();
    }

    [Fact]
    [Trait("Invariant", "INV-15")]
    [Trait("Scenario", "6.1")]
    public async Task APass_RunsEvery60Seconds_AndAtOnceWhenWoken()
    {
        Start(() => Pass(SyncWorker.Period));
        await Happened();
        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(1, _passes);
        await AdvanceUntilHappened(TimeSpan.FromSeconds(1));
        _supervisor!.Wake();
        await Happened();
        Assert.Equal(3, _passes);
    }

    [Fact]
    [Trait("Invariant", "INV-15")]
    [Trait("Scenario", "6.2")]
    [Trait("Fix", "6")]
    public async Task AWorkerThatCannotBeMade_IsTriedAgainAfter10Seconds_ForEver()
    {
        Start(() => throw new InvalidOperationException("no network stack"));
        await Happened();
        for (var again = 1; again < 1000; again++)
        {
            await AdvanceUntilHappened(Supervisor.RestartDelay);
        }

        Assert.InRange(_created, 1000, 1001);
        Assert.Equal(_created, _ends.Count);
        Assert.Contains("no network stack", _ends[0], StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Invariant", "INV-15")]
    [Trait("Scenario", "6.3")]
    public async Task AWorkerThatThrows_IsFollowedByAnother()
    {
        Start(() => (_ => throw new DivideByZeroException("a bug"), () => { }));
        await Happened();
        await AdvanceUntilHappened(Supervisor.RestartDelay);
        Assert.Contains("DivideByZeroException", _ends[1], StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Invariant", "INV-15")]
    [Trait("Scenario", "6.4")]
    public async Task AWorkerThatReturns_WhichItNeverShould_IsFollowedByAnother()
    {
        Start(() => (_ => Task.FromResult(TimeSpan.FromTicks(-1)), () => { }));
        await Happened();
        await AdvanceUntilHappened(Supervisor.RestartDelay);
        Assert.Equal(["it returned", "it returned"], _ends.Take(2));
    }

    [Fact]
    public async Task AWorkerThatHangs_DoesNotHoldUpTheEnd()
    {
        Start(() => (async _ =>
        {
            _happened.Release();
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            return TimeSpan.Zero;
        }, () => { }));
        await Happened();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await _supervisor!.DisposeAsync();
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Supervisor.StopTimeMax + TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task TheEnd_WaitsForAPassThatIsAboutToStop_AndIsNoEndThatIsToldOf()
    {
        var isOver = false;
        Start(() => (async stop =>
        {
            _happened.Release();
            await Task.Delay(Timeout.Infinite, stop).ContinueWith(_ => { }, TaskScheduler.Default);
            await Task.Delay(TimeSpan.FromMilliseconds(20), CancellationToken.None);
            return TimeSpan.Zero;
        }, () => isOver = true));
        await Happened();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await End();
        Assert.True(isOver);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Supervisor.StopTimeMax);
        Assert.Empty(_ends);
        Assert.Empty(Log());
    }

    [Fact]
    public async Task WokenAfterItsEnd_ItDoesNothing()
    {
        Start(() => Pass(SyncWorker.Period));
        await Happened();
        var ended = _supervisor!;
        await End();
        ended.Wake();
        Assert.Equal(1, _passes);
    }

    [Fact]
    public async Task ASupervisorThatNeverStarted_EndsAtOnce()
    {
        _supervisor = new(() => throw new InvalidOperationException(), _ends.Add, _time, _log);
        await End();
        Assert.Empty(_ends);
    }

    [Fact]
    public async Task StartedTwice_ItKeepsOneWorker()
    {
        Start(() => Pass(SyncWorker.Period));
        await Happened();
        _supervisor!.Start();
        Assert.False(await _happened.WaitAsync(TimeSpan.FromMilliseconds(50)));
        Assert.Equal(1, _created);
    }

    [Fact]
    [Trait("Invariant", "INV-15")]
    public async Task APassThatIsDueAtOnce_IsFollowedByAnotherOfTheSameWorker()
    {
        Start(() => Pass(TimeSpan.Zero));
        await Happened();
        await Happened();
        await Happened();
        Assert.Equal(1, _created);
        Assert.Empty(_ends);
    }

    [Fact]
    [Trait("Invariant", "INV-15")]
    public async Task AnEndThatCannotBeCounted_IsLogged_AndTheNextWorkerBegins()
    {
        _supervisor = new(
            () =>
            {
                _created++;
                _happened.Release();
                throw new InvalidOperationException("no network stack");
            },
            _ => throw new DivideByZeroException("the store is gone"),
            _time,
            _log);
        _supervisor.Start();
        await Happened();
        await AdvanceUntilHappened(Supervisor.RestartDelay);
        await End();
        Assert.Contains(
            "The sync worker ended: InvalidOperationException: no network stack; another begins in \"00:00:10\"",
            Log(),
            StringComparison.Ordinal);
        Assert.Contains("The restart could not be counted: DivideByZeroException", Log(), StringComparison.Ordinal);
    }

    private async Task End()
    {
        await _supervisor!.DisposeAsync();
        _supervisor = null;
    }

    private string Log()
    {
        _log.Dispose();
        var files = Directory.GetFiles(_folder.Path, "*.log", SearchOption.AllDirectories);
        return string.Concat(files.Select(File.ReadAllText));
    }

    private (Func<CancellationToken, Task<TimeSpan>> Pass, Action End) Pass(TimeSpan wait) => (_ =>
    {
        _passes++;
        _happened.Release();
        return Task.FromResult(wait);
    }, () => { });

    private void Start(Func<(Func<CancellationToken, Task<TimeSpan>> Pass, Action End)> create)
    {
        _supervisor = new(
            () =>
            {
                _created++;
                return create();
            },
            end =>
            {
                _ends.Add(end);
                _happened.Release();
            },
            _time,
            _log);
        _supervisor.Start();
    }

    private async Task Happened() => Assert.True(await _happened.WaitAsync(TimeSpan.FromSeconds(30)));

    /// <summary>The wait that is to end may not have begun when the clock is moved.</summary>
    private async Task AdvanceUntilHappened(TimeSpan amount)
    {
        do
        {
            _time.Advance(amount);
        }
        while (!await _happened.WaitAsync(TimeSpan.FromMilliseconds(20)));
    }
}
