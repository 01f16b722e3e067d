using CsCheck;
using TimeTracker.Domain.TestKit;

namespace TimeTracker.Domain.Tests.Reports;

[Trait("Invariant", "INV-19")]
public sealed class ReportTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("2027-03-27T22:00Z", "2027-03-29T23:00Z", "2027-03-27=1:00|2027-03-28=23:00|2027-03-29=24:00|2027-03-30=1:00")]
    [InlineData("2026-10-24T21:00Z", "2026-10-25T23:30Z", "2026-10-24=1:00|2026-10-25=25:00|2026-10-26=0:30")]
    [InlineData("2027-03-09T07:00Z", "2027-03-09T07:00Z", "")]
    public void Days_AreCutAtLocalMidnights_AndHave23To25Hours(string from, string to, string expected)
    {
        var booking = Booked(At(from), At(to));
        var report = Report.Of([booking], Instant.Min, Instant.Max, ReportGrouping.Day, Berlin);
        Assert.Equal(expected, string.Join('|', report.Lines.Select(line =>
            $"{line.Group}={(int)line.Totals.Total.TotalHours}:{line.Totals.Total.Minutes:00}")));
    }

    [Fact]
    public void CertainAndEstimated_AreToldApart()
    {
        var from = At("2027-03-09T07:00Z");
        var report = Report.Of(
            [
                Booked(from, from.AddSaturating(TimeSpan.FromHours(2))),
                Booked(from, from.AddSaturating(TimeSpan.FromHours(1))) with { Certainty = Certainty.Estimated },
            ],
            Instant.Min, Instant.Max, ReportGrouping.None, Berlin);
        Assert.Equal(
            new Totals(TimeSpan.FromHours(2), TimeSpan.FromHours(1), TimeSpan.Zero), Assert.Single(report.Lines).Totals);
        Assert.Equal(TimeSpan.FromHours(3), report.Totals.Total);
    }

    [Fact]
    public void ByTag_AnEntryCountsInEachOfItsTags_AndOnceInTheWhole()
    {
        var from = At("2027-03-09T07:00Z");
        var report = Report.Of(
            [
                Booked(from, from.AddSaturating(TimeSpan.FromHours(2))) with { Tags = ["a", "b"] },
                Booked(from, from.AddSaturating(TimeSpan.FromHours(1))) with { Tags = ["A"] },
                Booked(from, from.AddSaturating(TimeSpan.FromMinutes(5))),
            ],
            Instant.Min, Instant.Max, ReportGrouping.Tag, Berlin);
        Assert.Equal(
            [("a", 3.0, 2), ("b", 2.0, 1), (null, 5 / 60.0, 1)],
            report.Lines.Select(line => (line.Group, line.Totals.Total.TotalHours, line.Entries)));
        Assert.Equal(TimeSpan.FromMinutes(185), report.Totals.Total);
    }

    [Fact]
    public void ByProject_TheMostTimeComesFirst_AndOfTheSameTimeTheFirstName()
    {
        var from = At("2027-03-09T07:00Z");
        var report = Report.Of(
            [
                Booked(from, from.AddSaturating(TimeSpan.FromHours(1))) with { Project = "b" },
                Booked(from, from.AddSaturating(TimeSpan.FromHours(1))) with { Project = "a" },
                Booked(from, from.AddSaturating(TimeSpan.FromHours(2))),
            ],
            Instant.Min, Instant.Max, ReportGrouping.Project, Berlin);
        Assert.Equal([null, "a", "b"], report.Lines.Select(line => line.Group));
    }

    [Fact]
    public void OnlyThePartWithinTheReport_Counts()
    {
        var (from, to) = (At("2027-03-09T07:00Z"), At("2027-03-09T09:00Z"));
        var report = Report.Of(
            [Booked(from, to)], from.AddSaturating(TimeSpan.FromHours(1)), to, ReportGrouping.Project, Berlin);
        Assert.Equal(TimeSpan.FromHours(1), report.Totals.Total);
        Assert.Empty(Report.Of([Booked(from, to)], to, Instant.Max, ReportGrouping.Project, Berlin).Lines);
    }

    [Fact]
    public void InEveryZone_TheDaysAddUpToTheWhole()
    {
        var zones = TimeZoneInfo.GetSystemTimeZones();
        Gen.Select(Gen.Int[0, zones.Count - 1], Gen.Int[0, 30 * 366 * 24 * 4], Gen.Int[1, 24 * 4 * 9]).Sample(
            (index, quarters, length) =>
            {
                var from = Instant.Min.AddSaturating(TimeSpan.FromMinutes(15L * (quarters + 100)));
                var booking = Booked(from, from.AddSaturating(TimeSpan.FromMinutes(15L * length)));
                var report = Report.Of([booking], Instant.Min, Instant.Max, ReportGrouping.Day, zones[index]);
                return report.Totals.Total == TimeSpan.FromMinutes(15L * length)
                    && report.Lines.Aggregate(TimeSpan.Zero, (sum, line) => sum + line.Totals.Total) == report.Totals.Total
                    && report.Lines.All(line => FitsItsDay(line, zones[index]));
            },
            iter: Samples.UpTo(3000));
    }

    // Most days last 23 to 25 hours, but Antarctica/Casey's 9 March 2023 lasted 27.
    [Theory]
    [InlineData("Antarctica/Casey", "2023-03-08T13:00Z", "2023-03-09T16:00Z", "2023-03-09 27:00")]
    [InlineData("America/St_Johns", "2006-10-29T02:00Z", "2006-10-29T03:00Z", "2006-10-28 00:30, 2006-10-29 00:30")]
    [InlineData("America/St_Johns", "2006-10-29T02:45Z", "2006-10-29T03:00Z", "2006-10-29 00:15")]
    public void ADay_BeginsOnce_WhereTheClocksAreSetBackOverMidnight(string zone, string from, string to, string days)
    {
        var report = Report.Of([Booked(At(from), At(to))], Instant.Min, Instant.Max, ReportGrouping.Day,
            TimeZoneInfo.FindSystemTimeZoneById(zone));
        Assert.Equal(days, string.Join(", ", report.Lines.Select(line =>
            $"{line.Group} {(int)line.Totals.Total.TotalHours:00}:{line.Totals.Total.Minutes:00}")));
    }

    [Theory]
    [InlineData(ReportPeriod.Day, "2027-03-27T23:00Z", "2027-03-28T22:00Z")]
    [InlineData(ReportPeriod.Week, "2027-03-21T23:00Z", "2027-03-28T22:00Z")]
    [InlineData(ReportPeriod.Month, "2027-02-28T23:00Z", "2027-03-31T22:00Z")]
    public void APeriod_IsTheCalendars(ReportPeriod period, string from, string to) =>
        Assert.Equal((At(from), At(to)), Calendar.Around(At("2027-03-28T12:00Z"), period, Berlin));

    [Theory]
    [InlineData("", "2027-03-09T08:00Z/2027-03-09T16:00Z|2027-03-10T08:00Z/2027-03-10T16:00Z")]
    [InlineData("2027-03-09T07:00Z/2027-03-09T08:30Z", "2027-03-09T08:30Z/2027-03-09T16:00Z|2027-03-10T08:00Z/2027-03-10T16:00Z")]
    [InlineData("2027-03-09T09:00Z/2027-03-10T09:00Z", "2027-03-09T08:00Z/2027-03-09T09:00Z|2027-03-10T09:00Z/2027-03-10T16:00Z")]
    [InlineData("2027-03-09T08:04Z/2027-03-10T15:55Z", "2027-03-10T15:55Z/2027-03-10T16:00Z")]
    [InlineData("2027-03-09T08:00Z/2027-03-09T12:00Z 2027-03-09T10:00Z/2027-03-09T11:00Z 2027-03-09T12:00Z/2027-03-11T00:00Z", "")]
    public void FreeTime_IsWhatNothingCovers(string booked, string expected)
    {
        var bookings = booked.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text =>
            Booked(At(text.Split('/')[0]), At(text.Split('/')[1])));
        var hours = new WorkingHours(TimeSpan.FromHours(9), TimeSpan.FromHours(17), TimeSpan.FromMinutes(5));
        var free = FreeTime.Find(bookings, At("2027-03-08T23:00Z"), At("2027-03-10T23:00Z"), hours, Berlin);
        Assert.Equal(expected, string.Join('|', free.Select(one => $"{Iso(one.From)}/{Iso(one.To)}")));
    }

    private static bool FitsItsDay(ReportLine line, TimeZoneInfo zone)
    {
        var date = DateOnly.Parse(line.Group!, System.Globalization.CultureInfo.InvariantCulture);
        return line.Totals.Total > TimeSpan.Zero
            && line.Totals.Total <= DaySplit.StartOf(date.AddDays(1), zone) - DaySplit.StartOf(date, zone);
    }

    private static string Iso(Instant instant) => instant.ToString().Replace(":00Z", "Z", StringComparison.Ordinal);

    private static Instant At(string text) => Instant.Nearest(
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture));

    private static Booking Booked(Instant from, Instant to) => new(from, to, Certainty.Certain, null, []);

    [Fact]
    public void InWholeSeconds_WhatIsShownOfTheLines_AddsUpToWhatIsShownOfAll()
    {
        var start = Instant.Nearest(Desk.Morning);
        var bookings = Enumerable.Range(0, 40).Select(index => new Booking(
            At(index, 0), At(index, 59.97), index % 3 == 0 ? Certainty.Estimated : Certainty.Certain,
            $"Project {index}", [$"tag {index}"])
        {
            Unanswered = index % 5 == 0 ? [(At(index, 30.4), Instant.Max)] : [],
        }).ToList();
        foreach (var grouping in Enum.GetValues<ReportGrouping>())
        {
            var exact = Report.Of(bookings, Instant.Min, Instant.Max, grouping, TimeZoneInfo.Utc);
            var shown = exact.InWholeSeconds();
            Assert.Equal(new TimeSpan(0, 39, 58), shown.Totals.Total);
            Assert.Equal(shown.Totals.Total, shown.Lines.Aggregate(TimeSpan.Zero, (sum, line) => sum + line.Totals.Total));
            Assert.All(exact.Lines.Zip(shown.Lines), pair => Assert.InRange(
                (pair.Second.Totals.Certain - pair.First.Totals.Certain).Duration(), TimeSpan.Zero, TimeSpan.FromSeconds(1)));
            Assert.All(shown.Lines, line => Assert.Equal(0, line.Totals.Unanswered.Ticks % TimeSpan.TicksPerSecond));
        }

        Instant At(int minute, double second) =>
            start.AddSaturating(TimeSpan.FromMinutes(minute) + TimeSpan.FromSeconds(second));
    }

    [Fact]
    public void InWholeSeconds_OfLinesThatShareTime_ShowsAllOfItOnce()
    {
        var start = Instant.Nearest(Desk.Morning);
        var booking = new Booking(
            start, start.AddSaturating(TimeSpan.FromSeconds(59.97)), Certainty.Certain, null, ["a", "b"]);
        var shown = Report.Of([booking], Instant.Min, Instant.Max, ReportGrouping.Tag, TimeZoneInfo.Utc).InWholeSeconds();
        Assert.Equal(TimeSpan.FromSeconds(59), shown.Totals.Total);
        Assert.All(shown.Lines, line => Assert.InRange(line.Totals.Total.TotalSeconds, 59, 60));
    }
}
