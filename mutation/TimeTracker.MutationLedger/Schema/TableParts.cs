using System.Text.RegularExpressions;

namespace TimeTracker.MutationLedger.Schema;

/// <summary>What can be dropped from one CREATE TABLE.</summary>
internal static partial class TableParts
{
    /// <param name="masked">The masked schema.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="open">The parenthesis before its first column.</param>
    /// <param name="end">The end of the statement.</param>
    internal static IEnumerable<SchemaPart> Of(string masked, string table, int open, int end)
    {
        var close = SqlMask.Closing(masked, open);
        var withoutRowId = Find(WithoutRowId(), masked, close, end);
        foreach (var item in Items(masked, open + 1, close))
        {
            var parts = Constraint().Match(masked, item.Start, item.Length) is { Success: true } constraint
                ? OfConstraint(masked, table, item, constraint, withoutRowId)
                : ColumnParts.Of(masked, table, item, withoutRowId);
            foreach (var part in parts)
            {
                yield return part;
            }
        }

        if (Find(Strict(), masked, close, end) is { } strict)
        {
            yield return new($"{table} STRICT", [strict]);
        }
    }

    // The comma before it goes too: a table constraint is never the first item.
    private static IEnumerable<SchemaPart> OfConstraint(
        string masked, string table, Cut item, Match constraint, Cut? withoutRowId)
    {
        var cut = Cut.Between(masked.LastIndexOf(',', item.Start), item.End);
        var isKey = constraint.Groups[1].Value == "PRIMARY KEY";
        Cut[] cuts = isKey && withoutRowId is { } row ? [cut, row] : [cut];
        yield return new($"{table} {masked.Substring(item.Start, item.Length)}", cuts);
    }

    private static IEnumerable<Cut> Items(string masked, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (masked[at] == '(')
            {
                at = SqlMask.Closing(masked, at);
            }
            else if (masked[at] == ',')
            {
                yield return Trimmed(masked, start, at);
                start = at + 1;
            }
        }

        yield return Trimmed(masked, start, end);
    }

    private static Cut Trimmed(string masked, int start, int end)
    {
        while (char.IsWhiteSpace(masked[start]))
        {
            start++;
        }

        return Cut.Between(start, start + masked[start..end].TrimEnd().Length);
    }

    private static Cut? Find(Regex regex, string masked, int start, int end) =>
        regex.Match(masked, start, end - start) is { Success: true } match ? new(match.Index, match.Length) : null;

    [GeneratedRegex(@"\G(PRIMARY KEY|UNIQUE|CHECK|FOREIGN KEY) \(")]
    private static partial Regex Constraint();

    [GeneratedRegex(@", WITHOUT ROWID")]
    private static partial Regex WithoutRowId();

    [GeneratedRegex(@" STRICT,?")]
    private static partial Regex Strict();
}
