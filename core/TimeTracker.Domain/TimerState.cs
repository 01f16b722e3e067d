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
        /// <param name="checkpoint">
        /// When the store was last known to be in use: across boot sessions the entry reached at least that far, even if
        /// the wall clock was set back since, and is counted from there within a session.
        /// </param>
        public (Instant End, Certainty Certainty) EndAt(Reading now, Checkpoint? checkpoint)
        {
            if (Elapsed.Between(Anchor, now) is Elapsed.Measured measured)
            {
                return (Span.AsOf.AddSaturating(measured.Duration), Span.Certainty);
            }

            if (checkpoint is { Running: { } ran } && ran.Entry == Entry.Id)
            {
                var reached = Instant.Later(Span.AsOf, ran.End);
                return (
                    Elapsed.Between(checkpoint.Reading, now) is Elapsed.Measured since
                        ? reached.AddSaturating(since.Duration)
                        : Instant.Later(reached, now.Utc ?? reached),
                    Certainty.Estimated);
            }

            var end = Instant.Later(Span.AsOf, checkpoint?.Reading.Utc ?? Span.AsOf);
            return (Instant.Later(end, now.Utc ?? end), Certainty.Estimated);
        }
    }

    /// <summary>A recorded break.</summary>
    /// <param name="Entry">The entry that was suspended.</param>
    /// <param name="Since">Where it ended.</param>
    public sealed record Paused(Entry Entry, ZonedInstant Since) : TimerState;
}
