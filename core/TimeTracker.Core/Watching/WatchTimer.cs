namespace TimeTracker.Core.Watching;

/// <summary>Runs the looks every 30 s, and the last one when the process ends. Failures are the look's to tell.</summary>
internal sealed class WatchTimer : IDisposable
{
    private readonly Action _save;
    private readonly TimeSpan _saveTimeMax;
    private readonly ITimer _timer;
    private readonly ExitSignals _signals;

    internal WatchTimer(TimeProvider time, TimeSpan saveTimeMax, Action pulse, Action save)
    {
        (_save, _saveTimeMax) = (save, saveTimeMax);
        _timer = time.CreateTimer(_ => pulse(), null, Domain.Lease.Period, Domain.Lease.Period);
        _signals = new ExitSignals(Save);
    }

    /// <summary>Saves in a thread of its own, so that neither a busy store nor a starved pool can hold up the exit.</summary>
    internal void Save()
    {
        var saving = new Thread(() => _save()) { IsBackground = true };
        saving.Start();
        saving.Join(_saveTimeMax);
    }

    public void Dispose()
    {
        _timer.Dispose();
        _signals.Dispose();
        Save();
    }
}
