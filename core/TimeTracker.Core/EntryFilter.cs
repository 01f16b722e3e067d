using TimeTracker.Domain;

namespace TimeTracker.Core;

/// <summary>Whether an entry meets a query's conditions other than its time.</summary>
internal static class EntryFilter
{
    internal static bool Matches(EntryView view, EntryQuery query) =>
        (query.Project is null || (view.Project is not null && SameName(view.Project, query.Project)))
        && (query.Tag is null || view.Entry.Tags.Any(tag => SameName(tag, query.Tag)))
        && (query.Text is null
            || view.Entry.Description.Value.Contains(query.Text, StringComparison.OrdinalIgnoreCase));

    private static bool SameName(string left, string right) =>
        ProjectName.TryParse(left, out var first, out _) && ProjectName.TryParse(right, out var second, out _)
        && first.Equals(second);
}
