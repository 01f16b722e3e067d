namespace TimeTracker.Domain;

/// <summary>Lets other entries give way to a time that the person gives, in the way that was asked for.</summary>
internal static class RoomMaker
{
    /// <summary>Makes room for a stretch of time, or says what is in its way.</summary>
    /// <param name="draft">Where the changes of the others go.</param>
    /// <param name="claim">The whole stretch.</param>
    /// <param name="looks">The parts of it in which others are in the way; they may stay where they were before.</param>
    internal static Rejection? Make(Draft draft, Claim claim, params ReadOnlySpan<(Instant From, Instant To)> looks)
    {
        var others = new List<Entry>();
        foreach (var (from, to) in looks)
        {
            others.AddRange(draft.State.FindOverlaps(from, to, claim.Except));
        }

        others = [.. others.DistinctBy(other => other.Id)];
        return (others, draft.Adjust) switch
        {
            ([], _) => null,
            ([var first, ..], Adjustment.Refuse) => Rejection.Overlaps(first),
            (_, Adjustment.Shift) => Shifter.Shift(draft, claim, others),
            _ => others.Select(other => Trim(draft, claim, other)).FirstOrDefault(rejection => rejection is not null),
        };
    }

    /// <summary>An entry's span with another start, of a running one as it would be if it had always begun there.</summary>
    internal static EntrySpan Restarted(Draft draft, EntrySpan span, ZonedInstant start)
    {
        if (span is EntrySpan.Closed closed)
        {
            return new EntrySpan.Closed(start, closed.End, closed.Certainty);
        }

        var (asOf, certainty) = draft.State.Timer is TimerState.Running running
            ? running.EndAt(draft.Reading, draft.State.Checkpoint)
            : (((EntrySpan.Open)span).AsOf, span.Certainty);
        return new EntrySpan.Open(start, Instant.Later(asOf, start.Instant), certainty);
    }

    private static Rejection? Trim(Draft draft, Claim claim, Entry other)
    {
        var (from, to) = (draft.Zoned(claim.From), draft.Zoned(claim.To));
        var begins = other.Span.Start.Instant < claim.From;
        var goesOn = other.Span is not EntrySpan.Closed closed || closed.End.Instant > claim.To;
        if (begins && goesOn && draft.Adjust != Adjustment.Split)
        {
            return Rejection.CannotMakeRoom(
                other, "it goes on after that time", "Split it there, which keeps both of its parts.");
        }

        if (!begins)
        {
            draft.Change(other.Id, goesOn
                ? new() { Span = Field.Set(Restarted(draft, other.Span, to)) }
                : new() { Removed = Field.Set(true) });
            return null;
        }

        var head = new EntrySpan.Closed(other.Span.Start, from, other.Span.Certainty);
        draft.Change(other.Id, new() { Span = Field.Set<EntrySpan>(head) });
        if (goesOn)
        {
            draft.Make(CheckedDetails.Like(other), Restarted(draft, other.Span, to));
        }

        return null;
    }
}
