using System.Threading.Channels;

namespace TimeTracker.TestKit;

/// <summary>
/// A time that tells of each wait on it that begins. Whoever moves a clock by hand has to know that somebody waits
/// already, or the wait begins after the move and never ends. Safe for many threads.
/// </summary>
/// <param name="time">The clock that is moved.</param>
public sealed class WatchedTime(TimeProvider time) : TimeProvider
{
    private readonly Channel<TimeSpan> _begun = Channel.CreateUnbounded<TimeSpan>();

    public override TimeZoneInfo LocalTimeZone => time.LocalTimeZone;

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Watched(time.CreateTimer(callback, state, dueTime, period), _begun.Writer);
        timer.Tell(dueTime);
        return timer;
    }

    /// <summary>Waits until the next wait has begun; gives back how long it is to be.</summary>
    public async Task<TimeSpan> Begun()
    {
        using var limit = new CancellationTokenSource(Hang.Max);
        try
        {
            return await _begun.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException("Nobody began to wait.");
        }
    }

    private sealed class Watched(ITimer timer, ChannelWriter<TimeSpan> begun) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var isChanged = timer.Change(dueTime, period);
            Tell(dueTime);
            return isChanged;
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();

        internal void Tell(TimeSpan dueTime)
        {
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                begun.TryWrite(dueTime);
            }
        }
    }
}
