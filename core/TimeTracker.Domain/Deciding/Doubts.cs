namespace TimeTracker.Domain;

/// <summary>What a stopped entry's length leaves to ask, where no gap in it asks already.</summary>
internal static class Doubts
{
    /// <summary>Adds the question to the command that stops the entry, so that undoing the one takes back the other.</summary>
    internal static void Add(Draft draft, Entry entry, EntrySpan.Closed span, When when)
    {
        AboutLength(draft, entry.Id, span);

        // That it ended at an instant that the person gives is the person's word, and no estimate.
        if (when is not When.At && span.Certainty == Certainty.Estimated
            && draft.State.GapsOf(entry.Id).All(gap => gap.Removed || !TellsWhyEstimated(gap)))
        {
            Ask(draft, entry.Id, GapKind.Estimated, span.Start.Instant, span.End.Instant);
        }
    }

    /// <summary>Asks of an entry that is longer than people work at a stretch, whoever gave its times; once.</summary>
    internal static void AboutLength(Draft draft, EntryId entry, EntrySpan.Closed span)
    {
        var runsAtMost = draft.State.Policy[GapKind.Overlong].Threshold;
        if (span.Duration > runsAtMost
            && draft.State.GapsOf(entry).All(gap => gap.Removed || gap.Kind != GapKind.Overlong))
        {
            Ask(draft, entry, GapKind.Overlong, span.Start.Instant.AddSaturating(runsAtMost), span.End.Instant);
        }
    }

    private static bool TellsWhyEstimated(Gap gap) => gap.Kind is GapKind.Reboot or GapKind.PossibleSuspend;

    private static void Ask(Draft draft, EntryId entry, GapKind kind, Instant from, Instant to)
    {
        var policy = draft.State.Policy;
        if (kind == GapKind.Overlong ? policy[kind].Action == GapAction.Ask : policy.AnswerFor(kind, to - from) is null)
        {
            draft.Make(new GapFound(
                entry, kind, new(from, to, TimeSpan.Zero, TimeSpan.Zero, Certainty.Estimated)), asked: true);
        }
    }
}
