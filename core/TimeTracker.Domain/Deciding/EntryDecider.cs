namespace TimeTracker.Domain;

/// <summary>Decides what the commands on entries do.</summary>
internal static class EntryDecider
{
    internal static Decision Add(Draft draft, Command.Add add)
    {
        if (DetailsReader.ForNew(draft.State, add.Details).Fails(out var rejection, out var read)
            || InstantReader.Wall(draft).Fails(out rejection, out var now)
            || InstantReader.Past(draft, "start", add.From, now).Fails(out rejection, out var start)
            || InstantReader.Past(draft, "end", add.To, now).Fails(out rejection, out var end)
            || Closed(draft.Zoned(start), draft.Zoned(end), Certainty.Certain).Fails(out rejection, out var span))
        {
            return new Decision.Rejected(rejection);
        }

        if (RoomMaker.Make(draft, new Claim(start, end, Except: null), (start, end)) is { } inTheWay)
        {
            return new Decision.Rejected(inTheWay);
        }

        Doubts.AboutLength(draft, draft.Make(read, span), span);
        return draft.Accept();
    }

    internal static Decision Edit(Draft draft, Command.Edit edit)
    {
        if (Live(draft, edit.Entry).Fails(out var rejection, out var entry)
            || DetailsReader.ForEdit(draft.State, entry, edit.Details).Fails(out rejection, out var read)
            || SpanAfter(draft, entry, edit.From, edit.To).Fails(out rejection, out var span))
        {
            return new Decision.Rejected(rejection);
        }

        var patch = span == entry.Span ? read.Patch : read.Patch with { Span = Field.Set(span) };
        if (patch.IsEmpty)
        {
            return new Decision.NothingToDo(NothingToDoReason.NoChange);
        }

        if (patch.Span.IsSet && ClaimWhatIsNew(draft, entry, span) is { } inTheWay)
        {
            return new Decision.Rejected(inTheWay);
        }

        if (read.NewProject is not null)
        {
            draft.Say(read.NewProject);
        }

        draft.Change(entry.Id, patch);
        if (patch.Span.IsSet && span is EntrySpan.Closed closed)
        {
            Doubts.AboutLength(draft, entry.Id, closed);
        }

        return draft.Accept();
    }

    internal static Decision Remove(Draft draft, EntryId id)
    {
        if (draft.State.FindEntry(id) is not { } entry)
        {
            return new Decision.Rejected(Rejection.UnknownEntry(id));
        }

        if (!entry.IsLive)
        {
            return new Decision.NothingToDo(NothingToDoReason.AlreadyRemoved);
        }

        draft.Change(id, new() { Removed = Field.Set(true) });
        return draft.Accept();
    }

    private static Judgement<Entry> Live(Draft draft, EntryId id) => draft.State.FindEntry(id) switch
    {
        null => Rejection.UnknownEntry(id),
        { IsLive: false } entry => Rejection.EntryRemoved(entry),
        var entry => entry,
    };

    private static Judgement<EntrySpan> SpanAfter(Draft draft, Entry entry, DateTimeOffset? from, DateTimeOffset? to)
    {
        if (from is null && to is null)
        {
            return entry.Span;
        }

        if (InstantReader.Wall(draft).Fails(out var rejection, out var now))
        {
            return rejection;
        }

        var (start, end) = (entry.Span.Start, (entry.Span as EntrySpan.Closed)?.End);
        if (from is { } givenStart)
        {
            if (InstantReader.Past(draft, "start", givenStart, now).Fails(out rejection, out var instant))
            {
                return rejection;
            }

            start = Unless(start, instant) ?? draft.Zoned(instant);
        }

        if (to is { } givenEnd)
        {
            if (InstantReader.Past(draft, "end", givenEnd, now).Fails(out rejection, out var instant))
            {
                return rejection;
            }

            end = Unless(end, instant) ?? draft.Zoned(instant);
        }

        // A start given by the wall clock is counted from by the wall clock, whatever it was set to since.
        return end is { } ended
            ? Closed(start, ended, to is null ? entry.Span.Certainty : Certainty.Certain).Widen()
            : start == entry.Span.Start ? entry.Span : new EntrySpan.Open(start, now);
    }

    // The same instant given again keeps the zone that it was first made in.
    private static ZonedInstant? Unless(ZonedInstant? before, Instant given) =>
        before?.Instant == given ? before : null;

    private static Judgement<EntrySpan.Closed> Closed(ZonedInstant start, ZonedInstant end, Certainty certainty) =>
        end.Instant < start.Instant
            ? Rejection.EndBeforeStart(start, end)
            : new EntrySpan.Closed(start, end, certainty);

    private static Judgement<EntrySpan> Widen(this Judgement<EntrySpan.Closed> closed) =>
        closed.Fails(out var rejection, out var span) ? rejection : (EntrySpan)span;

    /// <summary>Makes room for the time that the edit adds; time that was covered before may stay so.</summary>
    private static Rejection? ClaimWhatIsNew(Draft draft, Entry entry, EntrySpan after)
    {
        var (from, to) = Covered(draft, after);
        var (oldFrom, oldTo) = Covered(draft, entry.Span);
        var claim = new Claim(from, after is EntrySpan.Open ? Instant.Max : to, entry.Id);
        return RoomMaker.Make(draft, claim, (from, Instant.Earlier(to, oldFrom)), (Instant.Later(from, oldTo), to));
    }

    private static (Instant From, Instant To) Covered(Draft draft, EntrySpan span) => span switch
    {
        EntrySpan.Closed closed => (closed.Start.Instant, closed.End.Instant),
        EntrySpan.Open open => (open.Start.Instant, Instant.Later(open.AsOf, draft.Reading.Utc ?? open.AsOf)),
        _ => throw new InvalidOperationException($"{span.GetType()} is no span"),
    };
}
