using System.Globalization;
using TimeTracker.Domain;

namespace TimeTracker.SyncServer.Http;

/// <summary>What is asked for in the query of GET /v1/changes.</summary>
/// <param name="After">How far the asker has read.</param>
/// <param name="RowsMax">Rows in the page.</param>
/// <param name="Wait">How long to wait for the first row.</param>
internal sealed record ChangesQuery(FeedCursor After, int RowsMax, TimeSpan Wait)
{
    /// <summary>The door for what someone else wrote; a key that is not there has its default.</summary>
    internal static Received<ChangesQuery> FromWire(IQueryCollection query)
    {
        if (Number(query, "after", 0, WireLimits.NumberMax, 0) is not { } after)
        {
            return Invalid($"after is not a whole number from 0 to {WireLimits.NumberMax}");
        }

        var chain = ChainHash.Origin;
        if (query.ContainsKey("chain") && !ChainHash.TryParse(query["chain"], out chain))
        {
            return Invalid($"chain is not {ChainHash.HexCharacters} lower-case hexadecimal digits");
        }

        if (Number(query, "limit", 1, WireLimits.PageRowsMax, WireLimits.PageRowsMax) is not { } limit)
        {
            return Invalid($"limit is not a whole number from 1 to {WireLimits.PageRowsMax}");
        }

        return Number(query, "wait", 0, WireLimits.LongPollSecondsMax, WireLimits.LongPollSecondsMax) is { } wait
            ? new Received<ChangesQuery>.Valid(new(new(after, chain), (int)limit, TimeSpan.FromSeconds(wait)))
            : Invalid($"wait is not a whole number of seconds from 0 to {WireLimits.LongPollSecondsMax}");
    }

    private static Received<ChangesQuery>.Invalid Invalid(string reason) => new(reason);

    private static long? Number(IQueryCollection query, string name, long min, long max, long whenMissing) =>
        !query.TryGetValue(name, out var text) ? whenMissing
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= min && number <= max ? number
        : null;
}
