using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>How projects and tags are used, over all entries.</summary>
internal static class UsageQueries
{
    internal static IReadOnlyList<UsageView> Projects(ISnapshot snapshot) => Read(snapshot, """
        SELECT name, count(entry.entry_id), coalesce(sum(entry.end_utc - entry.start_utc), 0), max(entry.start_utc)
        FROM project
        LEFT JOIN entry ON entry.project_id = project.project_id AND entry.removed_by IS NULL
        WHERE project.removed = 0
        GROUP BY project.project_id
        """);

    internal static IReadOnlyList<UsageView> Tags(ISnapshot snapshot) => Read(snapshot, """
        SELECT tag, count(*), coalesce(sum(end_utc - start_utc), 0), max(start_utc)
        FROM entry_tag JOIN entry USING (entry_id)
        WHERE removed_by IS NULL
        GROUP BY tag
        """);

    private static List<UsageView> Read(ISnapshot snapshot, string sql)
    {
        using var row = snapshot.Command(sql).ExecuteReader();
        var rows = new List<UsageView>();
        while (row.Read())
        {
            rows.Add(new(
                row.GetString(0), row.GetInt64(1), TimeSpan.FromMicroseconds(row.GetInt64(2)),
                row.IsDBNull(3) ? null : Instant.FromMicroseconds(row.GetInt64(3)).ToDateTimeOffset(TimeSpan.Zero)));
        }

        // Spellings of one tag, and projects that were given one name, are one to people.
        return [.. rows.OrderByDescending(usage => usage.LastUsed)
            .GroupBy(usage => Text.Key(usage.Name))
            .Select(same => same.First() with
            {
                Entries = same.Sum(usage => usage.Entries),
                Duration = same.Aggregate(TimeSpan.Zero, (sum, usage) => sum + usage.Duration),
            })];
    }
}
