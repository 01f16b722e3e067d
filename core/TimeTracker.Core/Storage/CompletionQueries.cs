using System.Data.Common;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>
/// What a person can mean by the few letters typed so far, the latest used first, over the whole history. Each query
/// walks an index; none reads the rows of all entries.
/// </summary>
internal static class CompletionQueries
{
    private const int IdDigits = 32;

    internal static IReadOnlyList<string> Projects(ISnapshot snapshot, string part, int max) => Named(
        snapshot.Command("""
            SELECT name FROM project WHERE removed = 0
            ORDER BY (
              SELECT max(start_utc) FROM entry
              WHERE entry.project_id = project.project_id AND removed_by IS NULL) DESC, name
            """),
        part, max);

    // Steps from one tag to the next in the index instead of reading every use of each.
    internal static IReadOnlyList<string> Tags(ISnapshot snapshot, string part, int max) => Named(
        snapshot.Command("""
            WITH RECURSIVE distinct_tag (tag) AS (
              SELECT min(tag) FROM entry_tag WHERE used_utc IS NOT NULL
              UNION ALL
              SELECT (SELECT min(tag) FROM entry_tag WHERE tag > distinct_tag.tag AND used_utc IS NOT NULL)
              FROM distinct_tag WHERE distinct_tag.tag IS NOT NULL)
            SELECT tag FROM distinct_tag WHERE tag IS NOT NULL
            ORDER BY (
              SELECT max(used_utc) FROM entry_tag
              WHERE entry_tag.tag = distinct_tag.tag AND used_utc IS NOT NULL) DESC, tag
            """),
        part, max);

    internal static IReadOnlyList<string> Descriptions(ISnapshot snapshot, string part, int max) => Distinct(
        snapshot.Command("""
            SELECT description FROM entry INDEXED BY entry_recent
            WHERE removed_by IS NULL AND description LIKE $run AND description GLOB $letter ORDER BY start_utc DESC
            """).Bind(Sieve.Of(part)),
        part, max);

    /// <summary>Entries by the first digits of the id, or by a part of the description.</summary>
    internal static IReadOnlyList<EntryId> Entries(ISnapshot snapshot, string part, int max)
    {
        var found = ById(snapshot, part, max);
        using var row = snapshot.Command("""
            SELECT entry_id, description FROM entry INDEXED BY entry_recent
            WHERE removed_by IS NULL AND description LIKE $run AND description GLOB $letter ORDER BY start_utc DESC
            """).Bind(Sieve.Of(part)).ExecuteReader();
        while (found.Count < max && row.Read())
        {
            if (row.GetString(1).Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                found.Add(new EntryId(row.Id(0)));
            }
        }

        return [.. found.Distinct()];
    }

    private static List<EntryId> ById(ISnapshot snapshot, string part, int max)
    {
        var digits = part.Replace("-", string.Empty, StringComparison.Ordinal);
        if (digits.Length is 0 or > IdDigits || !digits.All(char.IsAsciiHexDigit))
        {
            return [];
        }

        using var row = snapshot.Command("""
            SELECT entry_id FROM entry
            WHERE removed_by IS NULL AND entry_id BETWEEN $first AND $last ORDER BY entry_id DESC LIMIT $max
            """).Bind(
                Convert.FromHexString(digits.PadRight(IdDigits, '0')),
                Convert.FromHexString(digits.PadRight(IdDigits, 'F')),
                (long)max).ExecuteReader();
        var found = new List<EntryId>();
        while (row.Read())
        {
            found.Add(new(row.Id(0)));
        }

        return found;
    }

    /// <summary>Names by a part of their key: spellings of one name are one.</summary>
    private static List<string> Named(DbCommand command, string part, int max)
    {
        using var row = command.ExecuteReader();
        var (keys, found, sought) = (new HashSet<string>(), new List<string>(), Text.Key(part));
        while (found.Count < max && row.Read())
        {
            var (name, key) = (row.GetString(0), Text.Key(row.GetString(0)));
            if (key.Contains(sought, StringComparison.Ordinal) && keys.Add(key))
            {
                found.Add(name);
            }
        }

        return found;
    }

    private static List<string> Distinct(DbCommand command, string part, int max)
    {
        using var row = command.ExecuteReader();
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (found.Count < max && row.Read())
        {
            var text = row.GetString(0);
            if (text.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                found.Add(text);
            }
        }

        return [.. found];
    }
}
