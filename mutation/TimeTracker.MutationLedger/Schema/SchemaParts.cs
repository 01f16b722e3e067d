using System.Text.RegularExpressions;

namespace TimeTracker.MutationLedger.Schema;

/// <summary>
/// Every part of a schema of SQLite or PostgreSQL that can be dropped by itself: column and table constraints,
/// strictness, indexes, their uniqueness, and triggers.
/// </summary>
internal static partial class SchemaParts
{
    internal static IReadOnlyList<SchemaPart> Of(string sql)
    {
        var masked = SqlMask.Of(sql);
        return [.. Statements(masked).SelectMany(cut => PartsOf(masked, cut))];
    }

    // SQLite's trigger has statements of its own, and ends with END; PostgreSQL's calls a function.
    private static IEnumerable<Cut> Statements(string masked)
    {
        for (var at = 0; ;)
        {
            while (at < masked.Length && char.IsWhiteSpace(masked[at]))
            {
                at++;
            }

            if (at == masked.Length)
            {
                yield break;
            }

            var end = StatementEnd().Match(masked, at);
            if (Trigger().IsMatch(masked[at..]) && !Call().IsMatch(masked[at..Math.Max(at, end.Index)]))
            {
                end = TriggerEnd().Match(masked, at);
            }

            if (!end.Success)
            {
                throw new FormatException($"The statement at {at} has no end.");
            }

            yield return Cut.Between(at, end.Index + end.Length);
            at = end.Index + end.Length;
        }
    }

    private static IEnumerable<SchemaPart> PartsOf(string masked, Cut cut)
    {
        var text = masked.Substring(cut.Start, cut.Length);
        if (Table().Match(text) is { Success: true } table)
        {
            return TableParts.Of(masked, table.Groups[1].Value, cut.Start + table.Length - 1, cut.End);
        }

        if (AddedColumn().Match(text) is { Success: true } added)
        {
            var column = Cut.Between(cut.Start + added.Length, cut.End - 1);
            return ColumnParts.Of(masked, added.Groups[1].Value, column, null);
        }

        if (Index().Match(text) is { Success: true } index)
        {
            var (name, unique) = ($"index {index.Groups[2].Value}", index.Groups[1]);
            SchemaPart[] uniqueness = unique.Success
                ? [new($"{name} UNIQUE", [new(cut.Start + unique.Index, unique.Length)])]
                : [];
            return [.. uniqueness, new(name, [cut])];
        }

        if (Trigger().Match(text) is { Success: true } trigger)
        {
            return [new($"trigger {trigger.Groups[1].Value}", [cut])];
        }

        return Other().IsMatch(text) ? [] : throw new FormatException($"What is this: {text.Split('\n')[0]}");
    }

    [GeneratedRegex(@"\bEND\s*;")]
    private static partial Regex TriggerEnd();

    [GeneratedRegex(";")]
    private static partial Regex StatementEnd();

    [GeneratedRegex(@"\ACREATE TABLE (\w+)\s*\(")]
    private static partial Regex Table();

    [GeneratedRegex(@"\AALTER TABLE (\w+) ADD COLUMN ")]
    private static partial Regex AddedColumn();

    [GeneratedRegex(@"\ACREATE (UNIQUE )?INDEX (\w+) ")]
    private static partial Regex Index();

    [GeneratedRegex(@"\ACREATE TRIGGER (\w+) ")]
    private static partial Regex Trigger();

    [GeneratedRegex(@"\bEXECUTE FUNCTION\b")]
    private static partial Regex Call();

    // A step that changes rows alone upholds nothing.
    [GeneratedRegex(@"\A(?:CREATE (?:VIEW|FUNCTION)|WITH|UPDATE) ")]
    private static partial Regex Other();
}
