namespace TimeTracker.Domain;

/// <summary>Decides what an answer to a gap does, and what a front's report of absence asks.</summary>
internal static class GapDecider
{
    internal static Decision Resolve(Draft draft, GapId id, Resolution resolution)
    {
        if (draft.State.FindGap(id) is not { Removed: false } gap)
        {
            return new Decision.Rejected(Rejection.UnknownGap(id));
        }

        if (gap.Answer is { } given)
        {
            return given.Kind == resolution.Kind && (resolution is not Resolution.SplitAt(var at) || IsAt(given, at))
                ? new Decision.NothingToDo(NothingToDoReason.AlreadyAnswered)
                : new Decision.Rejected(Rejection.GapAnswered(gap));
        }

        if (draft.State.FindEntry(gap.Entry) is not { } entry)
        {
            return new Decision.Rejected(Rejection.UnknownEntry(gap.Entry));
        }

        if (!entry.IsLive)
        {
            return new Decision.Rejected(Rejection.EntryRemoved(entry));
        }

        return resolution is Resolution.Keep ? Keep(draft, gap) : GapCut.Resolve(draft, gap, entry, resolution);
    }

    internal static Decision ReportAway(Draft draft, Command.ReportAway away)
    {
        if (draft.State.FindEntry(away.Entry) is not { } entry)
        {
            return new Decision.Rejected(Rejection.UnknownEntry(away.Entry));
        }

        if (!entry.IsLive)
        {
            return new Decision.Rejected(Rejection.EntryRemoved(entry));
        }

        if (InstantReader.Wall(draft).Fails(out var rejection, out var now)
            || InstantReader.Past(draft, "start", away.From, now).Fails(out rejection, out var from)
            || InstantReader.Past(draft, "end", away.To, now).Fails(out rejection, out var to))
        {
            return new Decision.Rejected(rejection);
        }

        if (to < from)
        {
            return new Decision.Rejected(Rejection.EndBeforeStart(draft.Zoned(from), draft.Zoned(to)));
        }

        from = Instant.Later(from, entry.Span.Start.Instant);
        to = entry.Span is EntrySpan.Closed closed ? Instant.Earlier(to, closed.End.Instant) : to;
        if (to <= from)
        {
            return new Decision.Rejected(Rejection.GapOutsideEntry(entry));
        }

        // Nobody is asked twice about one time: a machine that is left alone falls asleep, and two browsers both notice.
        var known = draft.State.GapsOf(entry.Id).Where(gap => !gap.Removed).Select(gap => gap.Range);
        var unknown = Beside(from, to, known).ToList();
        foreach (var (start, end) in unknown)
        {
            draft.Make(new GapFound(
                entry.Id, GapKind.Away, new(start, end, TimeSpan.Zero, TimeSpan.Zero, Certainty.Certain)));
        }

        return unknown.Count > 0 ? draft.Accept() : new Decision.NothingToDo(NothingToDoReason.AlreadyKnown);
    }

    /// <summary>What of [from, to) lies in none of the ranges.</summary>
    private static IEnumerable<(Instant From, Instant To)> Beside(Instant from, Instant to, IEnumerable<GapRange> ranges)
    {
        foreach (var range in ranges.Where(range => range.Within(from, to) > TimeSpan.Zero).OrderBy(range => range.From))
        {
            if (range.From > from)
            {
                yield return (from, range.From);
            }

            from = Instant.Later(from, range.To);
        }

        if (from < to)
        {
            yield return (from, to);
        }
    }

    private static Decision Keep(Draft draft, Gap gap)
    {
        draft.Change(gap.Id, new() { Answer = Field.Set<GapAnswer?>(new(AnswerKind.Keep)) });
        return draft.Accept();
    }

    private static bool IsAt(GapAnswer given, DateTimeOffset at) =>
        given.At?.ToDateTimeOffset(TimeSpan.Zero).UtcTicks / TimeSpan.TicksPerMicrosecond
        == at.UtcTicks / TimeSpan.TicksPerMicrosecond;
}
