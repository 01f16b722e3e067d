using TimeTracker.Domain;

namespace TimeTracker.Core;

/// <summary>Whether an entry meets a query's conditions other than its time.</summary>
internal static class EntryFilter
{
    internal static bool Matches(EntryView view, EntryQuery query) =>
        (query.Projects.Count == 0 || query.Projects.Any(pattern => pattern.Fits(view.Project)))
        && (query.Tags.Count == 0 || query.Tags.Any(pattern => HasTag(view.Entry.Tags, pattern)))
        && (query.Text is null
            || Text.Key(view.Entry.Description.Value).Contains(Text.Key(query.Text), StringComparison.Ordinal));

    private static bool HasTag(TagSet tags, NamePattern pattern) =>
        tags.Count == 0 ? pattern.Fits(null) : tags.Any(pattern.Fits);
}
