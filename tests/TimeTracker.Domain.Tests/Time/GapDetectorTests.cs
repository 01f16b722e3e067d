using TimeTracker.Domain.TestKit;

namespace TimeTracker.Domain.Tests.Time;

/// <summary>What two readings tell.</summary>
public sealed class GapDetectorTests
{
    private readonly FakeClock _clock = new(Desk.Morning);
    private readonly TimerState.Running _running;
    private readonly Reading _last;

    public GapDetectorTests()
    {
        var ledger = new InMemoryLedger(_clock);
        ledger.Execute(Desk.Start("Plan"));
        _clock.Work(TimeSpan.FromMinutes(5));
        _running = (TimerState.Running)ledger.Timer;
        _last = _clock.Reading;
    }

    [Fact]
    [Trait("Scenario", "8.2")]
    [Trait("Invariant", "INV-16")]
    public void ATenMinuteSleep_IsAGapOfItsExactLength()
    {
        _clock.Work(TimeSpan.FromSeconds(11));
        _clock.Sleep(TimeSpan.FromMinutes(10));
        var gap = Gap(Watch.Kept);

        Assert.Equal(GapKind.Suspend, gap.Kind);
        Assert.Equal(TimeSpan.FromMinutes(10), gap.Range.Duration);
        Assert.Equal(TimeSpan.FromMinutes(10), gap.Range.Suspended);
        Assert.Equal(TimeSpan.FromSeconds(11), gap.Range.Slack);
        Assert.Equal(_running.Span.Start.Instant.AddSaturating(TimeSpan.FromMinutes(5)), gap.Range.From);
    }

    [Theory]
    [InlineData(0.999, false)]
    [InlineData(1.0, false)]
    [InlineData(1.001, true)]
    [Trait("Invariant", "INV-16")]
    public void ASleep_IsAGapFromOneSecondUp(double seconds, bool isGap)
    {
        _clock.Sleep(TimeSpan.FromSeconds(seconds));
        Assert.Equal(isGap, Detect(Watch.Kept).Gap is not null);
    }

    [Theory]
    [InlineData(1.9, false)]
    [InlineData(-1.9, false)]
    [InlineData(2.0, true)]
    [InlineData(-2.0, true)]
    [InlineData(31_536_000, true)]
    [Trait("Invariant", "INV-17")]
    [Trait("Fix", "4")]
    public void AStepOfTheWallClock_IsToldFromSlewingAndIsNoGap(double seconds, bool isStep)
    {
        _clock.Work(TimeSpan.FromSeconds(30));
        _clock.StepWallClock(TimeSpan.FromSeconds(seconds));
        var found = Detect(Watch.Kept);
        Assert.Equal(isStep ? TimeSpan.FromSeconds(seconds) : null, found.Step);
        Assert.Null(found.Gap);
        Assert.Equal(isStep, found.MustBeRecorded);
    }

    [Fact]
    [Trait("Scenario", "8.3")]
    [Trait("Fix", "8")]
    public void TwentyMinutesWithoutAPoll_AreALineForDiagnosisAndNoSleep()
    {
        _clock.Work(TimeSpan.FromMinutes(20));
        var found = Detect(Watch.None);
        Assert.Equal(TimeSpan.FromMinutes(20), found.PollGap);
        Assert.Null(found.Gap);
        Assert.False(found.MustBeRecorded);
    }

    [Fact]
    public void AWatchThatWasKeptFromRunning_Stalled()
    {
        _clock.Work(TimeSpan.FromSeconds(61));
        var found = Detect(Watch.Kept);
        Assert.Equal(TimeSpan.FromSeconds(61), found.Stall);
        Assert.Null(found.Gap);
        Assert.Null(Detect(Watch.None).Stall);
    }

    [Fact]
    public void AWatchThatDied_LeavesAllSinceTheLastReadingToAsk()
    {
        _clock.Work(TimeSpan.FromMinutes(3));
        _clock.Sleep(TimeSpan.FromMinutes(4));
        var gap = Gap(Watch.Broken);
        Assert.Equal(GapKind.Crash, gap.Kind);
        Assert.Equal(TimeSpan.FromMinutes(7), gap.Range.Duration);
        Assert.Equal(TimeSpan.FromMinutes(4), gap.Range.Suspended);
    }

    [Fact]
    [Trait("Invariant", "INV-18")]
    public void AReboot_IsAGapByTheWallClock()
    {
        _clock.Reboot(TimeSpan.FromMinutes(7));
        var gap = Gap(Watch.Kept);
        Assert.Equal(GapKind.Reboot, gap.Kind);
        Assert.Equal(TimeSpan.FromMinutes(7), gap.Range.Duration);
        Assert.Equal(Certainty.Certain, gap.Range.Certainty);
        Assert.Null(Detect(Watch.Kept).Step);
    }

    [Fact]
    [Trait("Invariant", "INV-18")]
    public void AReboot_WithTheWallClockSetBack_IsNoNegativeGap()
    {
        _clock.Reboot(TimeSpan.FromHours(-3));
        Assert.Null(Detect(Watch.Kept).Gap);
    }

    [Theory]
    [InlineData(15, false)]
    [InlineData(16, true)]
    [Trait("Invariant", "INV-18")]
    public void WithoutClocksThatTell_OnlyALongSilenceIsAPossibleSleep(double minutes, bool isGap)
    {
        var last = _last with { Domain = ClockDomain.None };
        var now = last with { UtcMicroseconds = last.UtcMicroseconds + (long)(minutes * 60_000_000) };
        var gap = GapDetector.Detect(new(last, null), Watch.Kept, now, _running).Gap;
        Assert.Equal(isGap ? GapKind.PossibleSuspend : null, gap?.Kind);
    }

    [Fact]
    public void WhileNothingRuns_ASleepIsNoGap()
    {
        _clock.Sleep(TimeSpan.FromHours(8));
        Assert.Equal(Findings.None, GapDetector.Detect(new(_last, null), Watch.Kept, _clock.Reading, TimerState.Idle.Value));
    }

    [Fact]
    public void ASleepBeforeTheEntryBegan_IsNoGapOfIt()
    {
        var before = _last with { Monotonic = TimeSpan.FromMinutes(1), Boottime = TimeSpan.FromMinutes(1) };
        var gap = GapDetector.Detect(new(before, null), Watch.Broken, _clock.Reading, _running).Gap;
        Assert.Null(gap);
    }

    [Theory]
    [InlineData(60, null, null)]
    [InlineData(60.001, 60.001, null)]
    [InlineData(900, 900.0, null)]
    [InlineData(900.001, 900.001, 900.001)]
    public void OnlyALongerTimeThanAllowed_IsAStallOrAPollGap(double seconds, double? stall, double? pollGap)
    {
        _clock.Work(TimeSpan.FromSeconds(seconds));
        var found = Detect(Watch.Kept);
        Assert.Equal((stall, pollGap), (found.Stall?.TotalSeconds, found.PollGap?.TotalSeconds));
    }

    [Theory]
    [InlineData(1.0, false)]
    [InlineData(1.001, true)]
    public void ACrash_IsAGapFromOneSecondUp(double seconds, bool isGap)
    {
        _clock.Work(TimeSpan.FromSeconds(seconds));
        Assert.Equal(isGap, Detect(Watch.Broken).Gap is not null);
    }

    [Fact]
    public void ACrash_WhereTheCountersDifferByTheirReading_SleptNothing()
    {
        _clock.Work(TimeSpan.FromMinutes(3));
        var now = _clock.Reading with { Boottime = _clock.Boottime - TimeSpan.FromMicroseconds(5) };
        var gap = GapDetector.Detect(new(_last, null), Watch.Broken, now, _running).Gap!;
        Assert.Equal((GapKind.Crash, TimeSpan.Zero), (gap.Kind, gap.Range.Suspended));
    }

    [Fact]
    [Trait("Invariant", "INV-06")]
    public void AWatchThatDiedAtTheEntrysFirstReading_LeavesAllOfItToAsk()
    {
        var gap = GapDetector.Detect(new(_running.Anchor, null), Watch.Broken, _clock.Reading, _running).Gap!;
        Assert.Equal((GapKind.Crash, TimeSpan.FromMinutes(5)), (gap.Kind, gap.Range.Duration));
        Assert.Equal(_running.Span.Start.Instant, gap.Range.From);
    }

    [Fact]
    [Trait("Invariant", "INV-16")]
    public void OfAnEntryThatBeganAfterTheLastReading_OnlyTheSleepSinceThenIsAGap()
    {
        var (clock, last) = (new FakeClock(Desk.Morning), new FakeClock(Desk.Morning).Reading);
        clock.Sleep(TimeSpan.FromHours(8));
        var ledger = new InMemoryLedger(clock);
        ledger.Execute(Desk.Start("Plan"));
        clock.Work(TimeSpan.FromMinutes(30));
        Assert.Null(GapDetector.Detect(new(last, null), Watch.None, clock.Reading, ledger.Timer).Gap);

        clock.Sleep(TimeSpan.FromMinutes(10));
        var gap = GapDetector.Detect(new(last, null), Watch.None, clock.Reading, ledger.Timer).Gap!;
        Assert.Equal(TimeSpan.FromMinutes(10), gap.Range.Duration);
        Assert.Equal(((TimerState.Running)ledger.Timer).Span.Start.Instant, gap.Range.From);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Invariant", "INV-18")]
    public void WhereOneReadingHasNoNameForItsBoot_NothingIsKnownOfAReboot(bool isLast)
    {
        var nameless = _last with { Domain = ClockDomain.None };
        _clock.Work(TimeSpan.FromMinutes(1));
        Assert.Null(Found());
        _clock.Work(TimeSpan.FromMinutes(15));
        Assert.Equal(GapKind.PossibleSuspend, Found()!.Kind);

        GapFound? Found() => GapDetector.Detect(
            new(isLast ? nameless : _last, null),
            Watch.Kept,
            isLast ? _clock.Reading : _clock.Reading with { Domain = ClockDomain.None },
            _running).Gap;
    }

    private Findings Detect(Watch watch) => GapDetector.Detect(new(_last, null), watch, _clock.Reading, _running);

    private GapFound Gap(Watch watch) => Assert.IsType<GapFound>(Detect(watch).Gap);
}
