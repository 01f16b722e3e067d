using TimeTracker.Core.Diagnostics;

namespace TimeTracker.Core.Sync;

/// <summary>
/// Keeps a worker going: however one ends — it could not be made, it threw, it returned — that is logged and counted, and
/// after 10 s the next one begins, for as long as the process lives.
/// </summary>
/// <param name="create">Makes a worker; gives back its pass, which says how long to wait, and what ends it.</param>
/// <param name="restarted">Told of each end.</param>
/// <param name="time">What the waits are timed by.</param>
/// <param name="log">Where ends are logged.</param>
internal sealed class Supervisor(
    Func<(Func<CancellationToken, Task<TimeSpan>> Pass, Action End)> create, Action<string> restarted, TimeProvider time, LogFile log)
    : IAsyncDisposable
{
    /// <summary>How long it waits before it begins a new worker.</summary>
    internal static readonly TimeSpan RestartDelay = TimeSpan.FromSeconds(10);

    /// <summary>How long it waits for its worker to end.</summary>
    internal static readonly TimeSpan StopTimeMax = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _wake = new(0, 1);
    private Task? _running;

    internal void Start() => _running ??= Task.Run(Run);

    /// <summary>There is something new to send.</summary>
    internal void Wake()
    {
        try
        {
            _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already.
        }
        catch (ObjectDisposedException)
        {
            // The process ends; the row waits for the next one.
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        await _stop.CancelAsync().ConfigureAwait(false);
        if (_running is not null)
        {
            // A worker that does not stop is left to the end of the process; its lease runs out.
            await Task.WhenAny(_running, Task.Delay(StopTimeMax, time)).ConfigureAwait(false);
        }

        if (_running is null or { IsCompleted: true })
        {
            _stop.Dispose();
            _wake.Dispose();
        }
    }

    // Both run in the pool, where no context waits to be returned to.
    private async Task Run()
    {
        while (!_stop.IsCancellationRequested)
        {
            var end = await RunWorker();
            if (_stop.IsCancellationRequested)
            {
                return;
            }

            log.Events.Error("The sync worker ended: {End}; another begins in {Delay}", end, RestartDelay);
            Tell(end);
            await Wait(Task.Delay(RestartDelay, time, _stop.Token));
        }
    }

    private async Task<string> RunWorker()
    {
        try
        {
            var (pass, end) = create();
            try
            {
                while (!_stop.IsCancellationRequested && await pass(_stop.Token) is { Ticks: >= 0 } wait)
                {
                    // Woken, or due: a wait that is over must not swallow the next call.
                    using var due = new CancellationTokenSource(wait, time);
                    using var either = CancellationTokenSource.CreateLinkedTokenSource(due.Token, _stop.Token);
                    await Wait(_wake.WaitAsync(either.Token));
                }

                return "it returned";
            }
            finally
            {
                end();
            }
        }
#pragma warning disable CA1031 // Whatever ends a worker, the next one begins.
        catch (Exception fault)
        {
            return $"{fault.GetType().Name}: {fault.Message}";
        }
#pragma warning restore CA1031
    }

    private void Tell(string end)
    {
        try
        {
            restarted(end);
        }
#pragma warning disable CA1031 // A count that could not be written must not end what it counts.
        catch (Exception fault)
        {
            log.Events.Error("The restart could not be counted: {Fault}", fault.GetType().Name);
        }
#pragma warning restore CA1031
    }

    private static async Task Wait(Task waiting) =>
        await waiting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
