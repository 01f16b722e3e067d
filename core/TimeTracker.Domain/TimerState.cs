namespace TimeTracker.Domain;

/// <summary>What the one timer of a store does.</summary>
public abstract record TimerState
{
    private TimerState()
    {
    }

    /// <summary>Nothing runs.</summary>
    public sealed record Idle : TimerState
    {
        /// <summary>The one value.</summary>
        public static Idle Value { get; } = new();
    }

    /// <summary>An entry runs.</summary>
    /// <param name="Entry">The open entry.</param>
    /// <param name="Span">Its span.</param>
    /// <param name="Anchor">The reading of the operation that set the span; its moment is the span's AsOf.</param>
    public sealed record Running(Entry Entry, EntrySpan.Open Span, Reading Anchor) : TimerState
    {
        /// <summary>Where the entry would end at a reading, by the counters that no one can set.</summary>
        /// <param name="now">The reading.</param>
        /// <param name="lastAlive">
        /// The wall clock when the store was last known to be in use: across boot sessions the entry reached at least
        /// that far, even if the wall clock was set back since.
        /// </param>
        public (Instant End, Certainty Certainty) EndAt(Reading now, Instant? lastAlive)
        {
            if (Elapsed.Between(Anchor, now) is Elapsed.Measured measured)
            {
                return (Span.AsOf.AddSaturating(measured.Duration), Span.Certainty);
            }

            var end = Instant.Later(Span.AsOf, lastAlive ?? Span.AsOf);
            return (now.Utc is { } wall ? Instant.Later(end, wall) : end, Certainty.Estimated);
        }
    }

    /// <summary>A recorded break.</summary>
    /// <param name="Entry">The entry that was suspended.</param>
    /// <param name="Since">Where it ended.</param>
    public sealed record Paused(Entry Entry, ZonedInstant Since) : TimerState;
}
