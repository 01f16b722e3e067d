using TimeTracker.Core;
using TimeTracker.Domain;

namespace TimeTracker.E2E.Tests.Rig;

/// <summary>What was booked, a line an entry, so that a whole day is compared at one look.</summary>
internal static class Ledger
{
    internal static string[] Lines(IEnumerable<EntryView> entries) => [.. entries.Select(Line)];

    private static string Line(EntryView view)
    {
        var entry = view.Entry;
        string[] parts =
        [
            entry.Description.Value,
            view.Project is { } project ? $"@{project}" : "",
            .. entry.Tags.Select(tag => $"#{tag}"),
            entry.Billable ? "billable" : "",
            entry.Continues is null ? "" : "continues",
            entry.Span is EntrySpan.Open ? entry.Paused ? "paused" : "running" : "",
        ];
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }
}
