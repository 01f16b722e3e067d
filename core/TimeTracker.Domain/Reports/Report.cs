using System.Globalization;

namespace TimeTracker.Domain;

/// <summary>The time booked within [From, To), as a whole and in lines.</summary>
/// <param name="From">The first instant.</param>
/// <param name="To">The first instant after.</param>
/// <param name="Totals">All of it; time that two entries share counts twice, and each entry once whatever its tags.</param>
/// <param name="Lines">By day in their order, else the longest first.</param>
public sealed record Report(Instant From, Instant To, Totals Totals, IReadOnlyList<ReportLine> Lines)
{
    /// <summary>Adds up what lies within [from, to), days apart at the zone's midnights.</summary>
    public static Report Of(
        IEnumerable<Booking> bookings, Instant from, Instant to, ReportGrouping grouping, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(bookings);
        var parts = bookings.Select(booking => booking.Within(from, to)).OfType<Booking>().ToArray();
        var lines = parts.SelectMany(part => Grouped(part, grouping, zone))
            .GroupBy(pair => Text.Key(pair.Group ?? string.Empty))
            .Select(group => new ReportLine(
                group.First().Group, Sum(group.Select(pair => pair.Totals)), group.Count()));
        return new(from, to, Sum(parts.Select(part => part.Totals)), grouping == ReportGrouping.Day
            ? [.. lines.OrderBy(line => line.Group, StringComparer.Ordinal)]
            : [.. lines.OrderByDescending(line => line.Totals.Total).ThenBy(line => line.Group, StringComparer.Ordinal)]);
    }

    /// <summary>
    /// The same in whole seconds, as it is shown: where the lines add up to the totals, what is shown of them does too.
    /// Lines by tag may share time, and then do not.
    /// </summary>
    public Report InWholeSeconds()
    {
        var lines = WholeSeconds.Of([.. Lines.Select(line => line.Totals)]);
        return this with
        {
            Totals = Sum(Lines.Select(line => line.Totals)) == Totals ? Sum(lines) : WholeSeconds.Of([Totals])[0],
            Lines = [.. Lines.Zip(lines, (line, totals) => line with { Totals = totals })],
        };
    }

    private static IEnumerable<(string? Group, Totals Totals)> Grouped(
        Booking part, ReportGrouping grouping, TimeZoneInfo zone) => grouping switch
    {
        ReportGrouping.Project => [(part.Project, part.Totals)],
        ReportGrouping.Tag when part.Tags.Count > 0 => part.Tags.Select(tag => ((string?)tag, part.Totals)),
        ReportGrouping.Day => DaySplit.Of(part, zone).Select(day =>
            ((string?)day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day.Part.Totals)),
        _ => [(null, part.Totals)],
    };

    private static Totals Sum(IEnumerable<Totals> totals) => totals.Aggregate(default(Totals), (sum, one) => sum + one);
}
