using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TimeTracker.Domain;

/// <summary>
/// Reads an amount of time as people type it: 90m, 1h30, 1h 30min, 45s, 1d (24 hours), or hours and minutes as 1:30 (and seconds as
/// 1:30:15). The same in every culture; a number without a unit means nothing.
/// </summary>
public static partial class AmountText
{
    private const int MinutesInAnHour = 60;
    private const int HoursInADay = 24;

    /// <summary>Reads it.</summary>
    public static bool TryRead(string? text, out TimeSpan amount, [NotNullWhen(false)] out Rejection? rejection)
    {
        var trimmed = (text ?? string.Empty).Trim();
        var match = Units().Match(trimmed);
        match = match.Success && match.Groups["any"].Success ? match : Clock().Match(trimmed);
        amount = match.Success ? Amount(match) : default;
        rejection = match.Success ? null : Rejection.NotAnAmount(text);
        return match.Success;
    }

    private static TimeSpan Amount(Match match)
    {
        var (hours, minutes, seconds) = (Number(match, "h"), Number(match, "m"), Number(match, "s"));
        hours += Number(match, "d") * HoursInADay;
        var amount = TimeSpan.FromSeconds((((hours * MinutesInAnHour) + minutes) * MinutesInAnHour) + seconds);
        return match.Groups["minus"].Success ? -amount : amount;
    }

    private static long Number(Match match, string group) => match.Groups[group] is { Success: true, Value: var digits }
        ? long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture)
        : 0;

    // The minutes after hours need no unit (1h30); anywhere else a bare number could be anything.
    [GeneratedRegex(
        @"^(?<minus>-)?(?=(?<any>[0-9]))(?:(?<d>[0-9]{1,5})\s*(?:d|days?)\s*)?(?:(?<h>[0-9]{1,6})\s*(?:h|hours?|hrs?))?" +
        @"(?:(?<=h|hours?|hrs?)\s*(?<m>[0-9]{1,2})$|\s*(?<m>[0-9]{1,8})\s*(?:m|min|mins|minutes?))?" +
        @"(?:\s*(?<s>[0-9]{1,9})\s*(?:s|sec|secs|seconds?))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Units();

    [GeneratedRegex(
        @"^(?<minus>-)?(?<h>[0-9]{1,6}):(?<m>[0-5]?[0-9])(?::(?<s>[0-5]?[0-9]))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();
}
