using System.Globalization;
using TimeTracker.Domain;

namespace TimeTracker.Core.Tests.Reports;

/// <summary>Where the days, weeks and months of a person begin and end.</summary>
public sealed class PeriodTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(ReportPeriod.Day, "2027-03-08T23:00Z", "2027-03-09T23:00Z")]
    [InlineData(ReportPeriod.Week, "2027-03-07T23:00Z", "2027-03-14T23:00Z")]
    [InlineData(ReportPeriod.Month, "2027-02-28T23:00Z", "2027-03-31T22:00Z")]
    public void UnlessToldOtherwise_APeriodIsTheOneAroundNow(ReportPeriod period, string from, string to) =>
        Assert.Equal((Utc(from), Utc(to)), _bench.Tracker.Reports.Period(period));

    [Theory]
    [InlineData(ReportPeriod.Day, "2027-02-28T23:00Z", "2027-02-28T23:00Z", "2027-03-01T23:00Z")]
    [InlineData(ReportPeriod.Day, "2027-02-28T22:59:59Z", "2027-02-27T23:00Z", "2027-02-28T23:00Z")]
    [InlineData(ReportPeriod.Week, "2027-03-07T22:59:59Z", "2027-02-28T23:00Z", "2027-03-07T23:00Z")]
    [InlineData(ReportPeriod.Week, "2027-03-07T23:00Z", "2027-03-07T23:00Z", "2027-03-14T23:00Z")]
    [InlineData(ReportPeriod.Week, "2027-03-28T12:00Z", "2027-03-21T23:00Z", "2027-03-28T22:00Z")]
    [InlineData(ReportPeriod.Month, "2027-02-28T22:59:59Z", "2027-01-31T23:00Z", "2027-02-28T23:00Z")]
    [InlineData(ReportPeriod.Month, "2027-12-31T12:00+02:00", "2027-11-30T23:00Z", "2027-12-31T23:00Z")]
    public void APeriod_IsTheOneAroundAnInstant(ReportPeriod period, string around, string from, string to) =>
        Assert.Equal((Utc(from), Utc(to)), _bench.Tracker.Reports.Period(period, Utc(around)));

    [Fact]
    public void APeriod_IsToldInUtc()
    {
        var (from, to) = _bench.Tracker.Reports.Period(ReportPeriod.Day);
        Assert.Equal((TimeSpan.Zero, TimeSpan.Zero), (from.Offset, to.Offset));
    }

    [Fact]
    public void WhereTheClockHasLostTheYear_OnlyThePeriodAroundNowIsNotKnown()
    {
        _bench.Clock.Utc = DateTimeOffset.UnixEpoch;
        Assert.Throws<StoreException>(() => _bench.Tracker.Reports.Period(ReportPeriod.Day));
        Assert.Equal(Utc("2027-03-07T23:00Z"), _bench.Tracker.Reports.Period(ReportPeriod.Day, Bench.Monday(9)).From);
    }

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
