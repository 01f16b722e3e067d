namespace TimeTracker.Domain;

/// <summary>Cuts a gap out of its entry: the entry ends before it, and what lies behind it goes on in a linked one.</summary>
internal static class GapCut
{
    internal static Decision Resolve(Draft draft, Gap gap, Entry entry, Resolution resolution)
    {
        var now = EntryEnd.At(draft.State, entry, draft.Reading);
        var from = Instant.Later(gap.Range.From, entry.Span.Start.Instant);
        var to = Instant.Earlier(gap.Range.To, now.End);
        if (to <= from)
        {
            return new Decision.Rejected(Rejection.GapOutsideEntry(entry));
        }

        var answer = new GapAnswer(resolution.Kind);
        CheckedDetails? other = null;
        Rejection? rejection;
        switch (resolution)
        {
            case Resolution.AssignTo(var details):
                if (DetailsReader.ForNew(draft.State, details).Fails(out rejection, out other))
                {
                    return new Decision.Rejected(rejection);
                }

                break;
            case Resolution.SplitAt(var given):
                if (Split(draft, given, from, to).Fails(out rejection, out var at))
                {
                    return new Decision.Rejected(rejection);
                }

                (from, answer) = (at, answer with { At = at });
                break;
        }

        draft.Change(entry.Id, Head(draft, gap, entry, from));
        if (other is not null)
        {
            draft.Make(other, new EntrySpan.Closed(draft.Zoned(from), draft.Zoned(to), CertaintyOf(gap)));
        }

        if (Tail(draft, entry, to, now, resolution) is { } tail)
        {
            Move(draft, gap, draft.Make(CheckedDetails.Like(entry).PausedLike(entry), tail), to);
        }

        draft.Change(gap.Id, new() { Answer = Field.Set<GapAnswer?>(answer) });
        return draft.Accept();
    }

    private static Judgement<Instant> Split(Draft draft, DateTimeOffset given, Instant from, Instant to)
    {
        var microseconds = Instant.MicrosecondsOf(given);
        return microseconds >= from.Microseconds && microseconds <= to.Microseconds
            ? Instant.FromMicroseconds(microseconds)
            : Rejection.SplitOutsideGap(draft.Zoned(from), draft.Zoned(to));
    }

    private static EntryPatch Head(Draft draft, Gap gap, Entry entry, Instant from)
    {
        var certainty = (Certainty)Math.Max((int)entry.Span.Certainty, (int)gap.Range.Certainty);
        var patch = new EntryPatch
        {
            Span = Field.Set<EntrySpan>(new EntrySpan.Closed(entry.Span.Start, draft.Zoned(from), certainty)),
        };
        return entry.Paused ? patch with { Paused = Field.Set(false) } : patch;
    }

    /// <summary>What of the entry lies behind the gap; a timer that runs is stopped by a plain discard.</summary>
    private static EntrySpan? Tail(
        Draft draft, Entry entry, Instant to, (Instant End, Certainty Certainty) now, Resolution resolution) =>
        entry.Span switch
        {
            EntrySpan.Closed closed when closed.End.Instant > to || entry.Paused =>
                new EntrySpan.Closed(draft.Zoned(to), closed.End, closed.Certainty),
            EntrySpan.Open when resolution is not Resolution.Discard =>
                new EntrySpan.Open(draft.Zoned(to), Instant.Later(to, now.End), now.Certainty),
            _ => null,
        };

    /// <summary>Later gaps lie in what goes on, and are asked about there.</summary>
    private static void Move(Draft draft, Gap cut, EntryId tail, Instant to)
    {
        foreach (var gap in draft.State.GapsOf(cut.Entry).Where(gap => gap.Id != cut.Id && gap.Range.From >= to))
        {
            draft.Change(gap.Id, new() { Entry = Field.Set(tail) });
        }
    }

    private static CheckedDetails PausedLike(this CheckedDetails details, Entry entry) => entry.Paused
        ? details with { Patch = details.Patch with { Paused = Field.Set(true) } }
        : details;

    private static Certainty CertaintyOf(Gap gap) => gap.Kind is GapKind.Suspend or GapKind.Crash or GapKind.Away
        ? gap.Range.Certainty
        : Certainty.Estimated;
}
