using Microsoft.Extensions.Time.Testing;
using TimeTracker.Core.Diagnostics;
using TimeTracker.Core.Sync;
using TimeTracker.TestKit;

namespace TimeTracker.Core.Tests.Sync;

/// <summary>Whatever a worker does, the next one begins.</summary>
public sealed class SupervisorTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly WatchedTime _time;
    private readonly List<string> _ends = [];
    private readonly SemaphoreSlim _happened = new(0);
    private readonly LogFile _log;
    private Supervisor? _supervisor;
    private int _created;
    private int _passes;

    public SupervisorTests() => (_log, _time) = (new LogFile(_folder.Path, _clock), new WatchedTime(_clock));

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
        Assert.Equal(TimeSpan.FromSeconds(60), await _time.Begun());
        Assert.Equal(1, _passes);
        _clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(TimeSpan.FromSeconds(60), await _time.Begun());
        Assert.Equal(2, _passes);
        _supervisor!.Wake();
        Assert.Equal(TimeSpan.FromSeconds(60), await _time.Begun());
        Assert.Equal(3, _passes);
    }

    [Fact]
    [Trait("Invariant", "INV-15")]
    [Trait("Scenario", "6.2")]
    [Trait("Fix", "6")]
    public async Task AWorkerThatCannotBeMade_IsTriedAgainAfter10Seconds_ForEver()
    {
        Start(() => throw new InvalidOperationException("no network stack"));
        for (var created = 1; created <= 1000; created++)
        {
            Assert.Equal(TimeSpan.FromSeconds(10), await _time.Begun());
            Assert.Equal((created, created), (_created, _ends.Count));
            _clock.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.Contains("no network stack", _ends[0], StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Invariant", "INV-15")]
    [Trait("Scenario", "6.3")]
    public async Task AWorkerThatThrows_IsFollowedByAnother()
    {
        Start(() => (_ => throw new DivideByZeroException("a bug"), () => { }));
        await RunTwo();
        Assert.Contains("DivideByZeroException", _ends[1], StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Invariant", "INV-15")]
    [Trait("Scenario", "6.4")]
    public async Task AWorkerThatReturns_WhichItNeverShould_IsFollowedByAnother()
    {
        Start(() => (_ => Task.FromResult(TimeSpan.FromTicks(-1)), () => { }));
        await RunTwo();
        Assert.Equal(["it returned", "it returned"], _ends);
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
        var ending = End();
        Assert.Equal(Supervisor.StopTimeMax, await _time.Begun());
        _clock.Advance(Supervisor.StopTimeMax);
        await ending.WaitAsync(Hang.Max);
    }

    [Fact]
    public async Task TheEnd_WaitsForAPassThatIsAboutToStop_AndIsNoEndThatIsToldOf()
    {
        var isOver = false;
        var lastStep = new TaskCompletionSource();
        Start(() => (async stop =>
        {
            _happened.Release();
            await Task.Delay(Timeout.Infinite, stop).ContinueWith(_ => { }, TaskScheduler.Default);
            await lastStep.Task;
            return TimeSpan.Zero;
        }, () => isOver = true));
        await Happened();
        var ending = End();
        Assert.Equal(Supervisor.StopTimeMax, await _time.Begun());
        Assert.False(ending.IsCompleted);
        lastStep.SetResult();
        await ending.WaitAsync(Hang.Max);
        Assert.True(isOver);
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
    public async Task ASecondEnd_DoesNothing()
    {
        Start(() => Pass(SyncWorker.Period));
        await _supervisor!.DisposeAsync();
        await _supervisor.DisposeAsync();
        Assert.Empty(_ends);
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
        await _time.Begun();
        _supervisor!.Start();

        // A second worker would begin before the first has come this far.
        for (var pass = 2; pass <= 4; pass++)
        {
            _clock.Advance(SyncWorker.Period);
            await _time.Begun();
            Assert.Equal((1, pass), (_created, _passes));
        }
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
                throw new InvalidOperationException("no network stack");
            },
            _ => throw new DivideByZeroException("the store is gone"),
            _time,
            _log);
        _supervisor.Start();
        await RunTwo();
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
            _ends.Add,
            _time,
            _log);
        _supervisor.Start();
    }

    private async Task Happened() => Assert.True(await _happened.WaitAsync(Hang.Max));

    /// <summary>Lets a worker end, and the next one, which begins once the delay is over.</summary>
    private async Task RunTwo()
    {
        Assert.Equal(Supervisor.RestartDelay, await _time.Begun());
        Assert.Equal(1, _created);
        _clock.Advance(Supervisor.RestartDelay);
        await _time.Begun();
        Assert.Equal(2, _created);
    }
}
