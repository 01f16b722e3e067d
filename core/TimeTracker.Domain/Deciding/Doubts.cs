namespace TimeTracker.Domain;

/// <summary>What a stopped entry's length leaves to ask, where no gap in it asks already.</summary>
internal static class Doubts
{
    /// <summary>Adds the question to the command that stops the entry, so that undoing the one takes back the other.</summary>
    internal static void Add(Draft draft, Entry entry, EntrySpan.Closed span, When when)
    {
        // An instant that the person gives is the person's word, which is not doubted.
        if (when is When.At)
        {
            return;
        }

        var (start, end) = (span.Start.Instant, span.End.Instant);
        var runsAtMost = draft.State.Policy[GapKind.Overlong].Threshold;
        if (span.Duration > runsAtMost)
        {
            Ask(draft, entry, GapKind.Overlong, start.AddSaturating(runsAtMost), end);
        }

        if (span.Certainty == Certainty.Estimated
            && draft.State.GapsOf(entry.Id).All(gap => gap.Removed || !TellsWhyEstimated(gap)))
        {
            Ask(draft, entry, GapKind.Estimated, start, end);
        }
    }

    private static bool TellsWhyEstimated(Gap gap) => gap.Kind is GapKind.Reboot or GapKind.PossibleSuspend;

    private static void Ask(Draft draft, Entry entry, GapKind kind, Instant from, Instant to)
    {
        var policy = draft.State.Policy;
        if (kind == GapKind.Overlong ? policy[kind].Action == GapAction.Ask : policy.AnswerFor(kind, to - from) is null)
        {
            draft.Make(new GapFound(
                entry.Id, kind, new(from, to, TimeSpan.Zero, TimeSpan.Zero, Certainty.Estimated)), asked: true);
        }
    }
}
