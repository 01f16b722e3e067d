using TimeTracker.Domain;

namespace TimeTracker.Core.Tests.Queries;

/// <summary>What the timer shows, and what of today.</summary>
public sealed class TimerViewTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void ANewStore_ShowsAnIdleTimer()
    {
        var timer = _bench.Tracker.Timer();
        Assert.Equal(new TimerView(TimerState.Idle.Value, null, TimeSpan.Zero), timer);
    }

    [Fact]
    public void ARunningTimer_ShowsItsEntry()
    {
        _bench.Do(Bench.Start("Plan"));
        var timer = _bench.Tracker.Timer();
        Assert.IsType<TimerState.Running>(timer.State);
        Assert.Equal("Plan", timer.Entry?.Entry.Description.Value);
    }

    [Fact]
    public void APausedTimer_ShowsSinceWhen()
    {
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.Work(TimeSpan.FromMinutes(4));
        _bench.Do(new Command.Suspend(When.Now.Value));
        var since = Instant.Nearest(_bench.Clock.Utc);
        _bench.Clock.Work(TimeSpan.FromMinutes(4));
        var timer = _bench.Tracker.Timer();
        Assert.Equal(since, Assert.IsType<TimerState.Paused>(timer.State).Since.Instant);
        Assert.Equal("Plan", timer.Entry?.Entry.Description.Value);
    }

    [Fact]
    public void Today_AddsUpWhatOverlapsTheDay()
    {
        _bench.Add("Over midnight", Bench.Monday(22), TimeSpan.FromHours(2));
        _bench.Add("Ends at midnight", Bench.Monday(21), TimeSpan.FromHours(1));
        _bench.Add("Morning", Bench.Monday(5).AddDays(1), TimeSpan.FromMinutes(20));
        _bench.Do(Bench.Start("Runs"));
        _bench.Clock.Work(TimeSpan.FromMinutes(7));
        Assert.Equal(TimeSpan.FromMinutes(60 + 20 + 7), _bench.Tracker.Timer().Today);
    }

    [Fact]
    public void Today_LeavesOutWhatWasRemoved()
    {
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.Work(TimeSpan.FromMinutes(7));
        _bench.Do(Bench.Stop());
        _bench.Do(new Command.Remove(_bench.All()[0].Entry.Id));
        Assert.Equal(TimeSpan.Zero, _bench.Tracker.Timer().Today);
    }

    [Fact]
    public void Today_OfAClockThatHasLostTheYear_IsNothing()
    {
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.StepWallClock(TimeSpan.FromDays(-20_000));
        _bench.Clock.Work(TimeSpan.FromMinutes(7));
        var timer = _bench.Tracker.Timer();
        Assert.Equal((TimeSpan.Zero, TimeSpan.FromMinutes(7)), (timer.Today, timer.Entry!.Duration));
    }

    [Fact]
    public void TodayUnanswered_IsTheDaysPartOfWhatIsOpen()
    {
        _bench.Clock.Utc = Bench.Monday(22, 50); // 23:50 in Berlin
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.Sleep(TimeSpan.FromMinutes(25));
        _bench.Clock.Work(TimeSpan.FromMinutes(5));
        var timer = _bench.Tracker.Timer();
        Assert.Equal(
            (TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(25)),
            (timer.Today, timer.TodayUnanswered, timer.Entry!.Unanswered));
    }

    [Fact]
    public void TodayUnanswered_EndsWhereTheDayEnds()
    {
        _bench.Clock.Utc = Bench.Monday(22, 50); // 23:50 in Berlin
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.Sleep(TimeSpan.FromMinutes(25));
        _ = _bench.Tracker.Timer();
        _bench.Clock.StepWallClock(TimeSpan.FromHours(-12));
        Assert.Equal(TimeSpan.FromMinutes(10), _bench.Tracker.Timer().TodayUnanswered);
    }

    [Fact]
    public void TodayUnanswered_AddsUpTheEntriesOfTheDay()
    {
        foreach (var minutes in (int[])[10, 20])
        {
            _bench.Do(Bench.Start("Plan"));
            _bench.Clock.Sleep(TimeSpan.FromMinutes(minutes));
            _bench.Clock.Work(TimeSpan.FromMinutes(5));
            _bench.Do(Bench.Stop());
        }

        var timer = _bench.Tracker.Timer();
        Assert.Equal((TimeSpan.FromMinutes(30), 2), (timer.TodayUnanswered, timer.OpenQuestions));
    }

    [Fact]
    public void TodayEstimated_IsWhatTheWallClockAloneKnows_ButForWhatIsAsked()
    {
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.Reboot(TimeSpan.FromMinutes(10));
        var asked = _bench.Tracker.Timer();
        Assert.Equal((TimeSpan.FromMinutes(10), TimeSpan.Zero), (asked.TodayUnanswered, asked.TodayEstimated));

        _bench.Do(new Command.Resolve(Assert.Single(_bench.Tracker.Review()).Gap.Id, new Resolution.Keep()));
        var kept = _bench.Tracker.Timer();
        Assert.Equal((TimeSpan.Zero, TimeSpan.FromMinutes(10)), (kept.TodayUnanswered, kept.TodayEstimated));
    }

    [Fact]
    public void TodayEstimated_LeavesOutWhatWasMeasured()
    {
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.Work(TimeSpan.FromMinutes(10));
        Assert.Equal(TimeSpan.Zero, _bench.Tracker.Timer().TodayEstimated);
    }

    [Fact]
    public void TodayEstimated_AddsUpTheEntriesOfTheDay()
    {
        foreach (var minutes in (int[])[10, 20])
        {
            _bench.Do(Bench.Start("Plan"));
            _bench.Clock.Reboot(TimeSpan.FromMinutes(minutes));
            _bench.Do(Bench.Stop());
            _bench.Do(new Command.Resolve(Assert.Single(_bench.Tracker.Review()).Gap.Id, new Resolution.Keep()));
        }

        Assert.Equal(TimeSpan.FromMinutes(30), _bench.Tracker.Timer().TodayEstimated);
    }

    [Fact]
    public void OfTwoClockEvents_TheLatestIsShown()
    {
        _bench.Clock.StepWallClock(TimeSpan.FromHours(1));
        _ = _bench.Tracker.Timer();
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.StepWallClock(TimeSpan.FromMinutes(-3));
        Assert.Equal(
            new ClockEvent(ClockEventKind.Step, TimeSpan.FromMinutes(-3), Instant.MicrosecondsOf(_bench.Clock.Utc)),
            _bench.Tracker.Timer().LastClockEvent);
    }

    [Theory]
    [InlineData("Europe/Berlin", "2027-03-09T07:41:13Z", "2027-03-08T23:00Z", "2027-03-09T23:00Z")]
    [InlineData("Europe/Berlin", "2027-03-08T22:59:59.999999Z", "2027-03-07T23:00Z", "2027-03-08T23:00Z")]
    [InlineData("Europe/Berlin", "2027-03-08T23:00Z", "2027-03-08T23:00Z", "2027-03-09T23:00Z")]
    [InlineData("Europe/Berlin", "2027-03-28T12:00Z", "2027-03-27T23:00Z", "2027-03-28T22:00Z")]
    [InlineData("Europe/Berlin", "2027-10-31T12:00Z", "2027-10-30T22:00Z", "2027-10-31T23:00Z")]
    [InlineData("America/New_York", "2027-03-14T12:00Z", "2027-03-14T05:00Z", "2027-03-15T04:00Z")]
    [InlineData("Asia/Kolkata", "2027-03-09T18:29:59Z", "2027-03-08T18:30Z", "2027-03-09T18:30Z")]
    [InlineData("Pacific/Auckland", "2027-03-09T11:00Z", "2027-03-09T11:00Z", "2027-03-10T11:00Z")]
    [InlineData("UTC", "2027-03-09T07:41:13Z", "2027-03-09T00:00Z", "2027-03-10T00:00Z")]
    public void Today_IsTheZonesDay(string zone, string now, string from, string to)
    {
        _bench.Clock.Zone = TimeZoneInfo.FindSystemTimeZoneById(zone);
        _bench.Clock.Utc = Utc(now);
        var today = _bench.Tracker.Today();
        Assert.Equal((Utc(from), Utc(to)), today);
        Assert.Equal((TimeSpan.Zero, TimeSpan.Zero), (today.From.Offset, today.To.Offset));
    }

    [Fact]
    public void Today_IsNotKnownWhereTheClockHasLostTheYear()
    {
        _bench.Clock.Utc = DateTimeOffset.UnixEpoch;
        var failure = Assert.Throws<StoreException>(() => _bench.Tracker.Today());
        Assert.Equal(StoreFault.Unexpected, failure.Fault);
        Assert.Equal(
            "This machine's clock is outside the years 2000 to 2100 (0 µs since 1970).", failure.Message);
        Assert.Equal("Set the clock and repeat the command.", failure.Hint);
    }

    private static DateTimeOffset Utc(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
