namespace TimeTracker.Domain;

/// <summary>
/// Tells suspend, crash, reboot, a step of the wall clock and a stalled program apart, purely, from two readings. Sleep
/// is measured where the clocks can measure it, and claimed nowhere else.
/// </summary>
public static class GapDetector
{
    /// <summary>A shorter sleep is no gap: the counters agree to far less, but nobody would answer for it.</summary>
    public static readonly TimeSpan SuspendMin = TimeSpan.FromSeconds(1);

    /// <summary>A smaller difference of the wall clock is slewing or a smeared leap second.</summary>
    public static readonly TimeSpan StepMin = TimeSpan.FromSeconds(2);

    /// <summary>A longer time without a reading is worth a line of diagnosis.</summary>
    public static readonly TimeSpan PollGapMin = TimeSpan.FromMinutes(15);

    /// <summary>A watch that looks every 30 s and comes later than this was kept from running.</summary>
    public static readonly TimeSpan StallMin = TimeSpan.FromSeconds(60);

    /// <summary>What happened between two readings of one store.</summary>
    /// <param name="last">When the store was last known to be in use.</param>
    /// <param name="watch">Whether somebody had promised to look since.</param>
    /// <param name="now">The clocks now.</param>
    /// <param name="timer">What the timer does.</param>
    public static Findings Detect(Checkpoint last, Watch watch, Reading now, TimerState timer)
    {
        var elapsed = Elapsed.Between(last.Reading, now);
        var awake = elapsed is Elapsed.Measured measured ? measured.Duration - measured.Suspended : TimeSpan.Zero;
        return new(
            timer is TimerState.Running running ? FindGap(running, last, watch, now, elapsed) : null,
            elapsed is Elapsed.Measured { Skew: var skew } && skew.Duration() >= StepMin ? skew : null,
            watch == Watch.Kept && awake > StallMin ? awake : null,
            awake > PollGapMin ? awake : null);
    }

    private static GapFound? FindGap(
        TimerState.Running running, Checkpoint last, Watch watch, Reading now, Elapsed elapsed)
    {
        // An entry that began after the last reading has no past before that.
        if (ClockDomain.Comparable(last.Reading.Domain, running.Anchor.Domain)
            && running.Anchor.Boottime > last.Reading.Boottime)
        {
            (last, watch) = (new(running.Anchor, (running.Entry.Id, running.Span.AsOf)), Watch.None);
            elapsed = Elapsed.Between(last.Reading, now);
        }

        var (from, certainty) = running.EndAt(last.Reading, last);
        var (end, _) = running.EndAt(now, last);
        var (kind, suspended, slack) = Judge(last.Reading, watch, now, elapsed);
        var to = kind == GapKind.Suspend ? Instant.Earlier(end, from.AddSaturating(suspended)) : end;
        return kind is { } found && to - from > SuspendMin
            ? new(running.Entry.Id, found, new(from, to, suspended, slack, certainty))
            : null;
    }

    private static (GapKind? Kind, TimeSpan Suspended, TimeSpan Slack) Judge(
        Reading last, Watch watch, Reading now, Elapsed elapsed) => elapsed switch
        {
            Elapsed.Measured { Suspended: var slept } when watch == Watch.Broken =>
                (GapKind.Crash, TimeSpan.FromTicks(Math.Max(slept.Ticks, 0)), TimeSpan.Zero),
            Elapsed.Measured { Suspended: var slept } => (GapKind.Suspend, slept, elapsed.Duration - slept),

            // A machine without a name for its boot might have slept or worked; only a long silence is worth asking.
            _ when last.Domain == ClockDomain.None || now.Domain == ClockDomain.None =>
                (elapsed.Duration > PollGapMin ? GapKind.PossibleSuspend : null, TimeSpan.Zero, TimeSpan.Zero),
            _ => (GapKind.Reboot, TimeSpan.Zero, TimeSpan.Zero),
        };
}
