namespace TimeTracker.Domain;

/// <summary>
/// One timer runs. Where devices that did not know of each other each started one, the entry that starts earlier ends
/// where the next one starts, and somebody is asked, since it may have gone on. An older start that arrives late never
/// stops the newer one. Decided by operations alone, so that what becomes of the other entry later changes nothing.
/// </summary>
public static class RunningRule
{
    /// <summary>The start that ends an open entry; null where it runs.</summary>
    /// <param name="entry">The open entry.</param>
    /// <param name="span">Its span.</param>
    /// <param name="rivals">Operations that did not know of the one since which it runs, nor that one of them; those that
    /// start no other entry are passed over.</param>
    public static EntryStart? EndOf(EntryId entry, EntrySpan.Open span, IEnumerable<PlacedOperation> rivals)
    {
        ArgumentNullException.ThrowIfNull(span);
        ArgumentNullException.ThrowIfNull(rivals);
        var since = (span.Start.Instant, entry.Value);
        return rivals
            .Select(EntryStart.Of)
            .OfType<EntryStart>()
            .Where(start => start.Entry != entry && (start.At.Instant, start.Entry.Value).CompareTo(since) > 0)
            .MinBy(start => (start.At.Instant, start.By.Operation.Id.Value));
    }
}
