namespace TimeTracker.Domain;

/// <summary>How much time lies between two readings: <see cref="Measured"/> within one clock domain, else
/// <see cref="Estimated"/>. Never negative.</summary>
public abstract record Elapsed
{
    private Elapsed(TimeSpan duration) => Duration = duration;

    /// <summary>The time that passed, sleep included.</summary>
    public TimeSpan Duration { get; }

    /// <summary>
    /// The time from one reading to a later one. A boottime that runs backwards within a domain (a restored snapshot of
    /// a virtual machine) breaks the domain's promise, so the wall clock must do.
    /// </summary>
    public static Elapsed Between(Reading from, Reading to)
    {
        var boot = to.Boottime - from.Boottime;
        var awake = to.Monotonic - from.Monotonic;
        var wall = TimeSpan.FromMicroseconds(to.UtcMicroseconds - from.UtcMicroseconds);
        return ClockDomain.Comparable(from.Domain, to.Domain) && boot >= TimeSpan.Zero && awake >= TimeSpan.Zero
            ? new Measured(boot, suspended: boot - awake, skew: wall - boot)
            : new Estimated(TimeSpan.FromTicks(Math.Max(wall.Ticks, 0)));
    }

    /// <summary>Exact: both counters belong to one boot session.</summary>
    public sealed record Measured : Elapsed
    {
        internal Measured(TimeSpan duration, TimeSpan suspended, TimeSpan skew)
            : base(duration)
        {
            Suspended = suspended;
            Skew = skew;
        }

        /// <summary>How much of it the machine slept: Δboottime − Δmonotonic.</summary>
        public TimeSpan Suspended { get; }

        /// <summary>How far the wall clock was moved meanwhile: Δutc − Δboottime; positive is forward.</summary>
        public TimeSpan Skew { get; }
    }

    /// <summary>By the wall clock, which anybody can set.</summary>
    public sealed record Estimated : Elapsed
    {
        internal Estimated(TimeSpan duration)
            : base(duration)
        {
        }
    }
}
