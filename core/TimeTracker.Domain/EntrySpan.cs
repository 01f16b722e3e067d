namespace TimeTracker.Domain;

/// <summary>
/// When an entry took place: <see cref="Open"/> while it runs, <see cref="Closed"/> after. Start and end are one value,
/// changed and merged as one.
/// </summary>
public abstract record EntrySpan
{
    private EntrySpan(ZonedInstant start, Certainty certainty)
    {
        Start = start;
        Certainty = certainty;
    }

    /// <summary>Where the entry begins; itself part of it.</summary>
    public ZonedInstant Start { get; }

    /// <summary>How the time so far is known: of an open span, that from its start to <see cref="Open.AsOf"/>.</summary>
    public Certainty Certainty { get; }

    /// <summary>It runs.</summary>
    public sealed record Open : EntrySpan
    {
        /// <summary>An open span.</summary>
        /// <exception cref="ArgumentException"><paramref name="asOf"/> is before the start.</exception>
        public Open(ZonedInstant start, Instant asOf, Certainty certainty = Certainty.Certain)
            : base(start, certainty) => AsOf = asOf >= start.Instant
                ? asOf
                : throw new ArgumentException("an open span is observed at or after its start", nameof(asOf));

        /// <summary>
        /// The instant on this entry's time line at the reading of the operation that set the span. What follows is
        /// counted from there by the counters that no one can set, so a step of the wall clock changes no duration.
        /// </summary>
        public Instant AsOf { get; }
    }

    /// <summary>It has ended. Half-open: the end is not part of it, and an entry may end where it starts.</summary>
    public sealed record Closed : EntrySpan
    {
        /// <summary>A closed span.</summary>
        /// <exception cref="ArgumentException">The end is before the start.</exception>
        public Closed(ZonedInstant start, ZonedInstant end, Certainty certainty = Certainty.Certain)
            : base(start, certainty) => End = end.Instant >= start.Instant
                ? end
                : throw new ArgumentException("an entry ends at or after its start", nameof(end));

        /// <summary>The first instant after the entry.</summary>
        public ZonedInstant End { get; }

        /// <summary>End minus start.</summary>
        public TimeSpan Duration => End.Instant - Start.Instant;
    }
}
