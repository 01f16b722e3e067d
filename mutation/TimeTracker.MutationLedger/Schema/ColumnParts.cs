using System.Text.RegularExpressions;

namespace TimeTracker.MutationLedger.Schema;

/// <summary>What can be dropped from one column: NOT NULL, PRIMARY KEY, UNIQUE, CHECK and REFERENCES.</summary>
internal static partial class ColumnParts
{
    internal static IEnumerable<SchemaPart> Of(string masked, string table, Cut column, Cut? withoutRowId)
    {
        var name = Name().Match(masked, column.Start, column.Length).Value;
        for (var at = column.Start; at < column.End; at++)
        {
            if (masked[at] == '(')
            {
                at = SqlMask.Closing(masked, at);
            }
            else if (Constraint().Match(masked, at, column.End - at) is { Success: true } found)
            {
                var kind = found.Groups[1].Value;
                var end = kind == "CHECK"
                    ? SqlMask.Closing(masked, found.Index + found.Length - 1) + 1
                    : at + found.Length;
                var cut = Cut.Between(at, end);
                yield return new(
                    $"{table}.{name} {kind}", kind == "PRIMARY KEY" && withoutRowId is { } row ? [cut, row] : [cut]);
                at = end - 1;
            }
        }
    }

    [GeneratedRegex(@"\G\w+")]
    private static partial Regex Name();

    [GeneratedRegex(
        @"\G\b(NOT NULL|PRIMARY KEY|UNIQUE|CHECK(?= \()|REFERENCES(?= ))\b"
        + @"(?: \(|(?<=REFERENCES) \w+ \(\w+\)(?: ON DELETE CASCADE)?)?")]
    private static partial Regex Constraint();
}
