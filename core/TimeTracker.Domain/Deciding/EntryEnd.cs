namespace TimeTracker.Domain;

/// <summary>Where an entry ends, or would end at a reading while it runs.</summary>
public static class EntryEnd
{
    /// <summary>
    /// The end, and how the time up to it is known. A removed entry that never ended stands still where its span was
    /// last observed.
    /// </summary>
    /// <param name="state">What the timer does.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="now">The clocks.</param>
    public static (Instant End, Certainty Certainty) At(IState state, Entry entry, Reading now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Span switch
        {
            EntrySpan.Closed closed => (closed.End.Instant, closed.Certainty),
            EntrySpan.Open when state.Timer is TimerState.Running running && running.Entry.Id == entry.Id =>
                running.EndAt(now, state.Checkpoint),
            EntrySpan.Open open => (open.AsOf, open.Certainty),
            _ => throw new InvalidOperationException($"{entry.Span.GetType()} is no span"),
        };
    }
}
