using System.Globalization;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>A person's rules for gaps, as text: 'gap.Suspend' is 'Ask 1000000', an action and microseconds.</summary>
internal static class PolicyTable
{
    private const string Prefix = "gap.";

    internal static GapPolicy Read(ISnapshot snapshot)
    {
        var rules = new List<KeyValuePair<GapKind, GapRule>>();
        using var row = snapshot.Command("SELECT name, value FROM policy WHERE name BETWEEN 'gap.' AND 'gap/'").ExecuteReader();
        while (row.Read())
        {
            // A kind or an action of a newer program is no rule here.
            if (Enum.TryParse<GapKind>(row.GetString(0)[Prefix.Length..], out var kind) && Rule(row.GetString(1)) is { } rule)
            {
                rules.Add(new(kind, rule));
            }
        }

        return rules.Count == 0 ? GapPolicy.Default : new(rules);
    }

    internal static void Write(WriteTransaction transaction, GapKind kind, GapRule rule) =>
        transaction.Command("""
            INSERT INTO policy (name, value) VALUES ($name, $value)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """)
            .Bind($"{Prefix}{kind}", string.Create(CultureInfo.InvariantCulture, $"{rule.Action} {rule.Threshold.Microseconds()}"))
            .ExecuteNonQuery();

    private static GapRule? Rule(string text) => text.Split(' ') is [var action, var threshold]
        && Enum.TryParse<GapAction>(action, out var known)
        && long.TryParse(threshold, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds)
            ? new(known, TimeSpan.FromMicroseconds(microseconds))
            : null;
}
