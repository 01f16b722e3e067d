using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TimeTracker.Domain;

/// <summary>
/// Reads an instant as people type it: 9:30 (today), yesterday 17:00, 2026-03-02, 2026-03-02 09:30, ISO 8601 with an
/// offset, -90min or 90m ago, now; 24:00 is the end of a day. The same in every culture: month names and 03/02/2026 are refused, and so is a
/// local time that the clocks showed twice or never.
/// </summary>
public static partial class TimeText
{
    /// <summary>Reads it.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="now">The instant from which 'today' and amounts count.</param>
    /// <param name="zone">The zone that times without an offset are in.</param>
    /// <param name="instant">The instant, with the offset typed, or the zone's.</param>
    /// <param name="rejection">Why there is none.</param>
    public static bool TryRead(
        string? text, DateTimeOffset now, TimeZoneInfo zone,
        out DateTimeOffset instant, [NotNullWhen(false)] out Rejection? rejection)
    {
        var read = Read((text ?? string.Empty).Trim(), now, zone);
        read.Fails(out rejection, out instant);
        return rejection is null;
    }

    /// <summary>
    /// Reads a time about an entry: a time of day alone is that of the entry's own day or days, not of today.
    /// </summary>
    /// <param name="text">What was typed.</param>
    /// <param name="place">Which of the days a time of day alone belongs to.</param>
    /// <param name="now">The instant from which 'today' and amounts count.</param>
    /// <param name="zone">The zone that times without an offset are in.</param>
    /// <param name="instant">The instant, with the offset typed, or the zone's.</param>
    /// <param name="rejection">Why there is none.</param>
    public static bool TryRead(
        string? text, ClockPlace place, DateTimeOffset now, TimeZoneInfo zone,
        out DateTimeOffset instant, [NotNullWhen(false)] out Rejection? rejection)
    {
        ArgumentNullException.ThrowIfNull(place);
        var trimmed = (text ?? string.Empty).Trim();
        if (place.RefusesDates && IsDate(trimmed))
        {
            (instant, rejection) = (default, Rejection.DateNotATime(trimmed));
            return false;
        }

        var match = Pattern().Match(trimmed);
        var isClock = match.Success && match.Groups["time"].Success && !match.Groups["word"].Success
            && !match.Groups["date"].Success && !match.Groups["offset"].Success;
        var read = isClock && TimeOf(match) is { } time
            ? place.Read(trimmed, day => Resolve(day + time, zone), TimeZoneInfo.ConvertTime(now, zone), zone)
            : Read(trimmed, now, zone);
        read.Fails(out rejection, out instant);
        return rejection is null;
    }

    /// <summary>Whether it is a date alone, which stands for all of its day where a period ends.</summary>
    public static bool IsDate(string? text) =>
        Pattern().Match((text ?? string.Empty).Trim()) is { Success: true } match && !match.Groups["time"].Success
        && (match.Groups["word"].Success || match.Groups["date"].Success);

    /// <summary>The one instant of a local time.</summary>
    public static bool TryResolve(
        DateTime local, TimeZoneInfo zone, out DateTimeOffset instant, [NotNullWhen(false)] out Rejection? rejection)
    {
        Resolve(local, zone).Fails(out rejection, out instant);
        return rejection is null;
    }

    private static Judgement<DateTimeOffset> Read(string text, DateTimeOffset now, TimeZoneInfo zone)
    {
        var here = TimeZoneInfo.ConvertTime(now, zone);
        if (text.Equals("now", StringComparison.OrdinalIgnoreCase))
        {
            return here;
        }

        var match = Pattern().Match(text);
        if (!match.Success || match.Length == 0)
        {
            return Ago(text, here);
        }

        return DateOf(match, here.Date) is { } date && TimeOf(match) is { } time
            ? At(match, date, time, zone)
            : Rejection.NotATime(text);
    }

    private static Judgement<DateTimeOffset> Ago(string text, DateTimeOffset now)
    {
        var match = AgoPattern().Match(text);
        var amount = match.Success ? match.Groups["amount"].Value : text;

        // A clock's 1:30 is a time; only amounts with a unit are taken for one here.
        if (amount.Contains(':', StringComparison.Ordinal) || amount.StartsWith('-') || !AmountText.TryRead(amount, out var ago, out _)
            || now - DateTimeOffset.MinValue <= ago)
        {
            return Rejection.NotATime(text);
        }

        return match.Success ? now - ago : Rejection.AmountNotATime(text, ClockOf(amount, ago));
    }

    /// <summary>9h30 and 14h may also be meant as times of day.</summary>
    private static string? ClockOf(string amount, TimeSpan ago) =>
        amount.Contains('h', StringComparison.OrdinalIgnoreCase) && ago < TimeSpan.FromDays(1) && ago.Seconds == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{ago.Hours}:{ago.Minutes:00}")
            : null;

    private static Judgement<DateTimeOffset> At(Match match, DateTime date, TimeSpan time, TimeZoneInfo zone)
    {
        if (!match.Groups["time"].Success)
        {
            return LocalTime.StartOf(DateOnly.FromDateTime(date), zone);
        }

        var local = date + time;
        if (!match.Groups["offset"].Success)
        {
            return Resolve(local, zone);
        }

        return OffsetOf(match) is { } offset && local.Year is > 1 and < 9999
            ? new DateTimeOffset(local, offset)
            : Rejection.NotATime(match.Value);
    }

    private static Judgement<DateTimeOffset> Resolve(DateTime local, TimeZoneInfo zone) =>
        LocalTime.Readings(local, zone) switch
        {
            [var only] => only,
            [var first, .., var second] => Rejection.AmbiguousTime(local, zone, first, second),
            _ => LocalTime.AcrossTheChange(local, zone) is [var before, .., var after]
                ? Rejection.SkippedTime(local, zone, before, after)
                : Rejection.NotATime(local.ToString("s", CultureInfo.InvariantCulture)),
        };

    private static DateTime? DateOf(Match match, DateTime today)
    {
        if (match.Groups["word"] is { Success: true, Value: var word })
        {
            return word.Equals("today", StringComparison.OrdinalIgnoreCase) ? today : today.AddDays(-1);
        }

        if (!match.Groups["date"].Success)
        {
            return match.Groups["offset"].Success ? null : today;
        }

        return DateTime.TryParseExact(
            match.Groups["date"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;
    }

    private static TimeSpan? TimeOf(Match match)
    {
        string[] formats = [@"h\:mm", @"h\:mm\:ss", @"h\:mm\:ss\.FFFFFFF"];
        return !match.Groups["time"].Success ? TimeSpan.Zero
            : TimeSpan.TryParseExact(match.Groups["time"].Value, formats, CultureInfo.InvariantCulture, out var time)
                && time < TimeSpan.FromDays(1) ? time
            : match.Groups["time"].Value is "24:00" or "24:00:00" ? TimeSpan.FromDays(1)
            : null;
    }

    private static TimeSpan? OffsetOf(Match match)
    {
        var text = match.Groups["offset"].Value.Replace(":", string.Empty, StringComparison.Ordinal);
        if (text is "Z" or "z")
        {
            return TimeSpan.Zero;
        }

        string[] formats = ["hh", "hhmm"];
        return TimeSpan.TryParseExact(text[1..], formats, CultureInfo.InvariantCulture, out var offset)
            && offset <= TimeSpan.FromHours(14)
            ? (text[0] == '-' ? -offset : offset)
            : null;
    }

    [GeneratedRegex(@"^(?:-\s*(?<amount>.+)|(?<amount>.+?)\s+ago)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AgoPattern();

    [GeneratedRegex(
        @"^(?:(?:(?<word>today|yesterday)|(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2}))(?:$|[ T]+))?" +
        @"(?:(?<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,7})?)?)\s*(?<offset>Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
