using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>The open questions of one snapshot. One whose entry is removed, or covers its time no longer, is none.</summary>
internal sealed class Questions
{
    private readonly ILookup<EntryId, Gap> _open;

    private Questions(ILookup<EntryId, Gap> open) => _open = open;

    internal static Questions Of(ISnapshot snapshot) => new(GapTable.Open(snapshot).ToLookup(gap => gap.Entry));

    /// <summary>The entries that may have some.</summary>
    internal IEnumerable<EntryId> Entries => _open.Select(group => group.Key);

    /// <summary>An entry's open questions.</summary>
    internal IEnumerable<Gap> In(EntryView view) => view.Entry.IsLive
        ? _open[view.Entry.Id].Where(gap => gap.Range.Within(view.Entry.Span.Start.Instant, view.EndOrNow) > TimeSpan.Zero)
        : [];

    /// <summary>How much of an entry's time waits for an answer; where two gaps share time it counts once.</summary>
    internal TimeSpan Unanswered(Entry entry, Instant end) => Unanswered(entry, entry.Span.Start.Instant, end);

    /// <summary>The same, of its time within [from, to).</summary>
    internal TimeSpan Unanswered(Entry entry, Instant from, Instant to) =>
        Stretches(entry, from, to).Aggregate(TimeSpan.Zero, (sum, stretch) => sum + (stretch.To - stretch.From));

    /// <summary>The stretches of an entry that wait for an answer; no two of them share time.</summary>
    internal IReadOnlyList<(Instant From, Instant To)> Stretches(Entry entry, Instant end) =>
        Stretches(entry, entry.Span.Start.Instant, end);

    private List<(Instant From, Instant To)> Stretches(Entry entry, Instant from, Instant to)
    {
        var (stretches, covered) = (new List<(Instant, Instant)>(), Instant.Later(from, entry.Span.Start.Instant));
        foreach (var gap in entry.IsLive ? _open[entry.Id].OrderBy(gap => gap.Range.From) : Enumerable.Empty<Gap>())
        {
            var (start, end) = (Instant.Later(covered, gap.Range.From), Instant.Earlier(to, gap.Range.To));
            if (start < end)
            {
                stretches.Add((start, end));
            }

            covered = Instant.Later(covered, gap.Range.To);
        }

        return stretches;
    }
}
