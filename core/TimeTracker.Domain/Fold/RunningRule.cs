namespace TimeTracker.Domain;

/// <summary>
/// One timer runs. Where devices that did not know of each other each started one, the entry that starts earlier ends
/// where the next one starts, and somebody is asked, since it may have gone on. An older start that arrives late never
/// stops the newer one. Decided by operations alone, so that what becomes of the other entry later changes nothing.
/// </summary>
public static class RunningRule
{
    /// <summary>The operation that ends an open entry, with where; null where it runs.</summary>
    /// <param name="entry">The open entry.</param>
    /// <param name="span">Its span.</param>
    /// <param name="rivals">Operations that did not know of the one since which it runs, nor that one of them; those that
    /// start no other entry are passed over.</param>
    public static (PlacedOperation By, ZonedInstant End)? EndOf(
        EntryId entry, EntrySpan.Open span, IEnumerable<PlacedOperation> rivals)
    {
        ArgumentNullException.ThrowIfNull(span);
        ArgumentNullException.ThrowIfNull(rivals);
        (PlacedOperation By, ZonedInstant End)? earliest = null;
        foreach (var other in rivals)
        {
            if (Started(other) is not { } start
                || (start.Entry, start.At.Instant) is var (id, at) && id == entry
                || (at, id.Value).CompareTo((span.Start.Instant, entry.Value)) <= 0)
            {
                continue;
            }

            if (earliest is not { } so || (at, other.Operation.Id.Value).CompareTo((so.End.Instant, so.By.Operation.Id.Value)) < 0)
            {
                earliest = (other, start.At);
            }
        }

        return earliest;
    }

    /// <summary>Making an entry starts it, open or not; so does opening one again.</summary>
    private static (EntryId Entry, ZonedInstant At)? Started(PlacedOperation operation) =>
        operation.Operation.Body is OperationBody.OfEntry(var id, { Span: { IsSet: true, Value: var span } })
            && (id.Value == operation.Operation.Id.Value || span is EntrySpan.Open)
            ? (id, span.Start)
            : null;
}
