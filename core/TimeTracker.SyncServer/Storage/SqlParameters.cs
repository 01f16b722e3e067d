using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace TimeTracker.SyncServer.Storage;

/// <summary>The parameters of this program's SQL, whose texts are constant.</summary>
internal static partial class SqlParameters
{
    private static readonly ConcurrentDictionary<string, string[]> Known = new(StringComparer.Ordinal);

    /// <summary>Their names in the order of their first appearance, as SQLite counts them.</summary>
    internal static IReadOnlyList<string> Of(string sql) => Known.GetOrAdd(
        sql, static text => [.. Parameter().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal)]);

    [GeneratedRegex("@[a-z_]+")]
    private static partial Regex Parameter();
}
