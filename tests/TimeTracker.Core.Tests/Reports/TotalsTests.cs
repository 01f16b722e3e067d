using TimeTracker.Domain;

namespace TimeTracker.Core.Tests.Reports;

/// <summary>What a report adds up, and in which lines.</summary>
public sealed class TotalsTests : IDisposable
{
    private static readonly EntryQuery Days = new(Bench.Monday(0), Bench.Monday(0).AddDays(2));

    private readonly Bench _bench = new();

    public TotalsTests()
    {
        _bench.Add("Write the report", Bench.Monday(9), TimeSpan.FromMinutes(90), "Acme", "deep", "q1");
        _bench.Add("Call", Bench.Monday(11), TimeSpan.FromMinutes(30), "Home");
        _bench.Add("Night", Bench.Monday(22, 30), TimeSpan.FromHours(2), null, "Deep");
    }

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(ReportGrouping.None, "=240/3")]
    [InlineData(ReportGrouping.Project, "=120/1,Acme=90/1,Home=30/1")]
    [InlineData(ReportGrouping.Tag, "deep=210/2,q1=90/1,=30/1")]
    [InlineData(ReportGrouping.Day, "2027-03-08=150/3,2027-03-09=90/1")]
    public void AReport_AddsUpByItsGrouping(ReportGrouping grouping, string lines) =>
        Assert.Equal(lines, Lines(_bench.Tracker.Reports.Report(Days, grouping)));

    [Fact]
    public void AReport_CutsWhatReachesOutOfItsPeriod() => Assert.Equal(
        "=60/2",
        Lines(_bench.Tracker.Reports.Report(
            new EntryQuery(Bench.Monday(10), Bench.Monday(11, 30)), ReportGrouping.None)));

    [Fact]
    public void AReport_LeavesOutWhatTheQueryDoes() => Assert.Equal(
        "Acme=90/1", Lines(_bench.Tracker.Reports.Report(Days with { Projects = [new("acme")] }, ReportGrouping.Project)));

    [Fact]
    public void AReport_NamesItsPeriodAndItsSum()
    {
        var report = _bench.Tracker.Reports.Report(Days, ReportGrouping.Tag);
        Assert.Equal((Instant.Nearest(Days.From), Instant.Nearest(Days.To)), (report.From, report.To));
        Assert.Equal(new Totals(TimeSpan.FromHours(4), default, default), report.Totals);
    }

    [Fact]
    public void AReport_CountsWhatRunsUpToNow()
    {
        _bench.Do(Bench.Start("Plan", "Runs"));
        _bench.Clock.Work(TimeSpan.FromMinutes(10));
        Assert.Equal(
            "Runs=10/1", Lines(_bench.Tracker.Reports.Report(Days with { Projects = [new("Runs")] }, ReportGrouping.Project)));
    }

    [Fact]
    public void AReport_TellsApartWhatIsEstimated()
    {
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.Reboot(TimeSpan.FromMinutes(10));
        var query = Days with { From = Bench.Monday(7).AddDays(1) };
        Assert.Equal(
            new Totals(default, TimeSpan.FromMinutes(10), default),
            _bench.Tracker.Reports.Report(query, ReportGrouping.None).Totals);
    }

    /// <summary>Half an hour, of which the machine slept ten minutes: as nobody looked before, the first ten are asked about.</summary>
    [Theory]
    [InlineData(0, 40, ReportGrouping.None, "=20+10")]
    [InlineData(0, 40, ReportGrouping.Project, "Acme=20+10")]
    [InlineData(0, 40, ReportGrouping.Tag, "deep=20+10")]
    [InlineData(0, 40, ReportGrouping.Day, "2027-03-09=20+10")]
    [InlineData(0, 15, ReportGrouping.Project, "Acme=5+10")]
    [InlineData(8, 40, ReportGrouping.Project, "Acme=20+2")]
    [InlineData(0, 5, ReportGrouping.Project, "Acme=0+5")]
    [InlineData(10, 40, ReportGrouping.Project, "Acme=20+0")]
    public void AReport_TellsWhatWaitsForAnAnswer_InEachGroupingAndWithinItsPeriod(
        int from, int to, ReportGrouping grouping, string expected)
    {
        var start = _bench.Clock.Utc;
        _bench.Do(Bench.Start("Plan", "Acme", "deep"));
        _bench.Clock.Work(TimeSpan.FromMinutes(10));
        _bench.Clock.Sleep(TimeSpan.FromMinutes(10));
        _bench.Clock.Work(TimeSpan.FromMinutes(10));
        _bench.Do(Bench.Stop());
        var report = _bench.Tracker.Reports.Report(new EntryQuery(start.AddMinutes(from), start.AddMinutes(to)), grouping);
        Assert.Equal(expected, string.Join(',', report.Lines.Select(line => FormattableString.Invariant(
            $"{line.Group}={line.Totals.Certain.TotalMinutes}+{line.Totals.Unanswered.TotalMinutes}"))));
        Assert.Equal(TimeSpan.Zero, report.Totals.Estimated);
    }

    [Fact]
    public void AReportsDays_AreThoseOfTheZone()
    {
        _bench.Clock.Zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        Assert.Equal("2027-03-08=240/3", Lines(_bench.Tracker.Reports.Report(Days, ReportGrouping.Day)));
    }

    [Fact]
    public void NoQuery_IsAFaultOfWhoeverAsks() =>
        Assert.Throws<ArgumentNullException>("query", () => _bench.Tracker.Reports.Report(null!, ReportGrouping.None));

    private static string Lines(Report report) => string.Join(',', report.Lines.Select(line =>
        FormattableString.Invariant($"{line.Group}={line.Totals.Total.TotalMinutes}/{line.Entries}")));
}
