namespace TimeTracker.Domain;

/// <summary>Decides what the commands on the timer do.</summary>
internal static class TimerDecider
{
    internal static Decision Start(Draft draft, Details details, When when)
    {
        if (draft.State.Timer is TimerState.Running running)
        {
            return new Decision.Rejected(Rejection.AlreadyRunning(running.Entry));
        }

        return DetailsReader.ForNew(draft.State, details).Fails(out var rejection, out var read)
            ? new Decision.Rejected(rejection)
            : Begin(draft, read, when);
    }

    internal static Decision Stop(Draft draft, When when, EntryId? expected) => draft.State.Timer switch
    {
        TimerState.Running running when Means(expected, running.Entry) => End(draft, running, when, paused: false),
        TimerState.Paused paused when Means(expected, paused.Entry) => EndPause(draft, paused),
        _ => NotRunning(expected),
    };

    internal static Decision Suspend(Draft draft, When when, EntryId? expected) => draft.State.Timer switch
    {
        TimerState.Running running when Means(expected, running.Entry) => End(draft, running, when, paused: true),
        TimerState.Paused => new Decision.NothingToDo(NothingToDoReason.AlreadyPaused),
        _ => NotRunning(expected),
    };

    internal static Decision Switch(Draft draft, Details details, When when, EntryId? expected)
    {
        if (draft.State.Timer is not TimerState.Running running)
        {
            return expected is null ? Start(draft, details, when) : NotRunning(expected);
        }

        if (!Means(expected, running.Entry))
        {
            return NotRunning(expected);
        }

        if (DetailsReader.ForNew(draft.State, details).Fails(out var rejection, out var read))
        {
            return new Decision.Rejected(rejection);
        }

        if (EndOf(draft, running, when).Fails(out rejection, out var end))
        {
            return new Decision.Rejected(rejection);
        }

        if (ClaimUpToNow(draft, when, end.Span.End.Instant, end.Now, running.Entry.Id) is { } inTheWay)
        {
            return inTheWay;
        }

        draft.Change(running.Entry.Id, new() { Span = Field.Set<EntrySpan>(end.Span) });
        Doubts.Add(draft, running.Entry, end.Span, when);
        draft.Make(read, new EntrySpan.Open(end.Span.End, end.Now));
        return draft.Accept();
    }

    internal static Decision Resume(Draft draft, When when, EntryId? expected) => draft.State.Timer switch
    {
        TimerState.Running => new Decision.NothingToDo(NothingToDoReason.AlreadyRunning),
        TimerState.Paused paused when Means(expected, paused.Entry) => Begin(draft, CheckedDetails.Like(paused.Entry), when),
        TimerState.Idle when expected is null => Continue(draft, entry: null, when),
        _ => new Decision.NothingToDo(NothingToDoReason.BreakHasEnded),
    };

    internal static Decision Continue(Draft draft, EntryId? entry, When when)
    {
        if (draft.State.Timer is TimerState.Running running)
        {
            return new Decision.Rejected(Rejection.AlreadyRunning(running.Entry));
        }

        var found = entry is { } id ? draft.State.FindEntry(id) : draft.State.LastEntry;
        return found switch
        {
            null => new Decision.Rejected(
                entry is { } unknown ? Rejection.UnknownEntry(unknown) : Rejection.NothingToContinue),
            { IsLive: false } => new Decision.Rejected(Rejection.EntryRemoved(found)),
            _ => Begin(draft, CheckedDetails.Like(found), when),
        };
    }

    internal static Decision Cancel(Draft draft, EntryId? expected)
    {
        if (draft.State.Timer is not TimerState.Running running || !Means(expected, running.Entry))
        {
            return NotRunning(expected);
        }

        draft.Change(running.Entry.Id, new() { Removed = Field.Set(true) });
        return draft.Accept();
    }

    private static Decision Begin(Draft draft, CheckedDetails details, When when)
    {
        if (InstantReader.Wall(draft).Fails(out var rejection, out var now)
            || InstantReader.Resolve(draft, when, "start", now).Fails(out rejection, out var start))
        {
            return new Decision.Rejected(rejection);
        }

        if (ClaimUpToNow(draft, when, start, now, except: null) is { } inTheWay)
        {
            return inTheWay;
        }

        if (draft.State.Timer is TimerState.Paused paused)
        {
            draft.Change(paused.Entry.Id, new() { Paused = Field.Set(false) });
        }

        draft.Make(details, new EntrySpan.Open(draft.Zoned(start), now));
        return draft.Accept();
    }

    private static Decision End(Draft draft, TimerState.Running running, When when, bool paused)
    {
        if (EndOf(draft, running, when).Fails(out var rejection, out var end))
        {
            return new Decision.Rejected(rejection);
        }

        var patch = new EntryPatch { Span = Field.Set<EntrySpan>(end.Span) };
        draft.Change(running.Entry.Id, paused ? patch with { Paused = Field.Set(true) } : patch);
        Doubts.Add(draft, running.Entry, end.Span, when);
        return draft.Accept();
    }

    private static Decision EndPause(Draft draft, TimerState.Paused paused)
    {
        draft.Change(paused.Entry.Id, new() { Paused = Field.Set(false) });
        return draft.Accept();
    }

    /// <summary>Where the running entry ends, and what time it then is on its own time line.</summary>
    private static Judgement<(EntrySpan.Closed Span, Instant Now)> EndOf(
        Draft draft, TimerState.Running running, When when)
    {
        var (now, certainty) = running.EndAt(draft.Reading, draft.State.Checkpoint);
        if (InstantReader.Resolve(draft, when, "end", now).Fails(out var rejection, out var instant))
        {
            return rejection;
        }

        var (start, end) = (running.Span.Start, draft.Zoned(instant));
        return instant < start.Instant
            ? Rejection.EndBeforeStart(start, end)
            : (new EntrySpan.Closed(start, end, when is When.At ? Certainty.Certain : certainty),
                Instant.Later(now, instant));
    }

    /// <summary>Only instants that the person gives are refused; a command that acts now never is.</summary>
    private static Decision.Rejected? ClaimUpToNow(Draft draft, When when, Instant from, Instant now, EntryId? except) =>
        when is not When.Now
        && RoomMaker.Make(draft, new Claim(from, Instant.Max, except), (from, now)) is { } rejection
            ? new(rejection)
            : null;

    private static bool Means(EntryId? expected, Entry entry) => expected is null || expected == entry.Id;

    private static Decision.NothingToDo NotRunning(EntryId? expected) =>
        new(expected is null ? NothingToDoReason.NotRunning : NothingToDoReason.EntryHasEnded);
}
