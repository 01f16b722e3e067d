namespace TimeTracker.Domain;

/// <summary>
/// Where a gap lies: [From, To) on its entry's own time line, which no step of the wall clock moves. Of a sleep the
/// length is exact; its place is known to within the time that the machine was awake between two readings.
/// </summary>
public sealed record GapRange
{
    /// <summary>A range.</summary>
    /// <exception cref="ArgumentException">It is turned around, or an amount is negative.</exception>
    public GapRange(Instant from, Instant to, TimeSpan suspended, TimeSpan slack, Certainty certainty)
    {
        if (to < from || suspended < TimeSpan.Zero || slack < TimeSpan.Zero)
        {
            throw new ArgumentException("a gap ends at or after its start, and its amounts are not negative");
        }

        (From, To, Suspended, Slack, Certainty) = (from, to, suspended, slack, certainty);
    }

    /// <summary>When the store was last known to be in use before it.</summary>
    public Instant From { get; }

    /// <summary>The first instant after it.</summary>
    public Instant To { get; }

    /// <summary>How long the machine slept between the two readings; zero where that was not measured.</summary>
    public TimeSpan Suspended { get; }

    /// <summary>How much later the sleep may have begun; zero where the range is all that was between two readings.</summary>
    public TimeSpan Slack { get; }

    /// <summary>How <see cref="From"/> is known.</summary>
    public Certainty Certainty { get; }

    /// <summary>Its length.</summary>
    public TimeSpan Duration => To - From;

    /// <summary>How much of it lies within [from, to).</summary>
    public TimeSpan Within(Instant from, Instant to)
    {
        var (start, end) = (Instant.Later(From, from), Instant.Earlier(To, to));
        return end > start ? end - start : TimeSpan.Zero;
    }
}
