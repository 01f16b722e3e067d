namespace TimeTracker.Domain;

/// <summary>Moves entries out of a claimed time, each with its length, and with it all that it then meets.</summary>
internal static class Shifter
{
    // Each moved entry is one operation, and a command has no more than that.
    private const int MovesMax = OperationId.OrdinalMax;

    internal static Rejection? Shift(Draft draft, Claim claim, IReadOnlyList<Entry> others)
    {
        var earlier = others.Where(other => other.Span.Start.Instant < claim.From).ToList();
        var later = others.Where(other => other.Span.Start.Instant >= claim.From).ToList();
        var moved = new HashSet<EntryId>();
        return Earlier(draft, claim, earlier, moved) ?? Later(draft, claim, later, moved);
    }

    private static Rejection? Earlier(Draft draft, Claim claim, List<Entry> waiting, HashSet<EntryId> moved)
    {
        var edge = claim.From;
        while (waiting.MaxBy(entry => entry.Span.Start.Instant) is { } other)
        {
            if (other.Span is not EntrySpan.Closed closed)
            {
                return Rejection.CannotMakeRoom(other, "it runs", "Split it there, or stop it first.");
            }

            if (moved.Count == MovesMax || edge - Instant.Min < closed.Duration)
            {
                return Rejection.TooManyChanges(MovesMax);
            }

            var start = edge.AddSaturating(-closed.Duration);
            Move(draft, moved, other, new EntrySpan.Closed(draft.Zoned(start), draft.Zoned(edge), closed.Certainty));
            waiting.Remove(other);
            waiting.AddRange(Met(draft, claim, start, edge, moved, waiting));
            edge = start;
        }

        return null;
    }

    private static Rejection? Later(Draft draft, Claim claim, List<Entry> waiting, HashSet<EntryId> moved)
    {
        var edge = claim.To;
        var now = draft.Reading.Utc ?? Instant.Max;
        while (waiting.MinBy(entry => entry.Span.Start.Instant) is { } other)
        {
            var length = (other.Span as EntrySpan.Closed)?.Duration ?? TimeSpan.Zero;
            if (claim.RunsOn || edge > now || now - edge < length)
            {
                return Rejection.CannotMakeRoom(
                    other, "there is not enough time after it before now", "Trim it, or give another time.");
            }

            if (moved.Count == MovesMax)
            {
                return Rejection.TooManyChanges(MovesMax);
            }

            var end = edge.AddSaturating(length);
            Move(draft, moved, other, other.Span is EntrySpan.Closed closed
                ? new EntrySpan.Closed(draft.Zoned(edge), draft.Zoned(end), closed.Certainty)
                : RoomMaker.Restarted(draft, other.Span, draft.Zoned(edge)));
            waiting.Remove(other);
            waiting.AddRange(Met(draft, claim, edge, end, moved, waiting));
            edge = end;
        }

        return null;
    }

    private static void Move(Draft draft, HashSet<EntryId> moved, Entry entry, EntrySpan span)
    {
        moved.Add(entry.Id);
        draft.Change(entry.Id, new() { Span = Field.Set(span) });
    }

    /// <summary>What lies where an entry was moved to, and has not been moved itself.</summary>
    private static List<Entry> Met(
        Draft draft, Claim claim, Instant from, Instant to, HashSet<EntryId> moved, List<Entry> waiting) =>
        [.. draft.State.FindOverlaps(from, to, claim.Except).Where(other =>
            !moved.Contains(other.Id) && waiting.TrueForAll(known => known.Id != other.Id))];
}
