using TimeTracker.Domain;

namespace TimeTracker.Core.Tests.Watching;

/// <summary>Who looks at the clocks, when, and what a store keeps of it.</summary>
public sealed class WatchTests : IDisposable
{
    private static readonly string[] Tables =
        ["operation", "entry", "question", "lease", "clock_event", "checkpoint", "command"];

    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    [Trait("Scenario", "8.1")]
    [Trait("Scenario", "8.2")]
    [Trait("Invariant", "INV-16")]
    public void APollAfterASleep_AsksAboutItsExactLength_AndTheTimerGoesOn()
    {
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.Work(TimeSpan.FromMinutes(3));
        _bench.Clock.Sleep(TimeSpan.FromMinutes(10));

        var timer = _bench.Tracker.Timer();

        Assert.IsType<TimerState.Running>(timer.State);
        Assert.Equal(1, timer.OpenQuestions);
        Assert.Equal(TimeSpan.FromMinutes(13), timer.Entry!.Duration);
        Assert.Equal(TimeSpan.FromMinutes(10), timer.Entry.Unanswered);
        Assert.Equal(TimeSpan.FromMinutes(10), Assert.Single(_bench.Tracker.Review()).Gap.Range.Suspended);
        Assert.Contains("of 00:10:00", _bench.Log(), StringComparison.Ordinal);
        Assert.DoesNotContain("Plan", _bench.Log(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Scenario", "8.3")]
    [Trait("Fix", "8")]
    public void TwentyMinutesOfWorkWithoutAPoll_WriteNothingButALineInTheLog()
    {
        _bench.Do(Bench.Start("Plan"));
        var before = Everything();
        _bench.Clock.Work(TimeSpan.FromMinutes(20));

        Assert.Equal(0, _bench.Tracker.Timer().OpenQuestions);
        Assert.Equal(0, _bench.Tracker.Timer().OpenQuestions);
        Assert.Equal(before, Everything());
        Assert.Single(_bench.Log().Split('\n'), line => line.Contains("Nobody looked for 00:20:00", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Invariant", "INV-16")]
    public void TwoProgramsThatSeeOneSleep_AskOnce()
    {
        _bench.Do(Bench.Start("Plan"));
        using var other = _bench.Open();
        _bench.Clock.Sleep(TimeSpan.FromMinutes(10));
        Parallel.Invoke(() => _bench.Tracker.Timer(), () => other.Timer(), () => other.Pulse(), _bench.Tracker.Pulse);
        Assert.Single(other.Review());
    }

    [Fact]
    public void ACommandThatIsRefused_KeepsWhatTheClocksShowed()
    {
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.Sleep(TimeSpan.FromMinutes(10));
        Assert.IsType<CommandResult.Rejected>(_bench.Tracker.Execute(Bench.Start("Call")));
        Assert.Single(_bench.Tracker.Review());
    }

    [Theory]
    [InlineData(3600)]
    [InlineData(-3600)]
    [InlineData(31_536_000)]
    [InlineData(-31_536_000)]
    [Trait("Invariant", "INV-17")]
    [Trait("Fix", "4")]
    public void AStepOfTheWallClock_IsAnEventThatChangesNoDuration(int seconds)
    {
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.Work(TimeSpan.FromMinutes(5));
        _bench.Clock.StepWallClock(TimeSpan.FromSeconds(seconds));

        var timer = _bench.Tracker.Timer();
        Assert.Equal(TimeSpan.FromSeconds(seconds), timer.LastClockEvent!.Amount);
        Assert.Equal(0, timer.OpenQuestions);
        Assert.Equal(TimeSpan.FromMinutes(5), timer.Entry!.Duration);
        _bench.Tracker.Timer();
        _bench.Do(Bench.Stop());
        using var store = new RawStore(_bench.StorePath);
        Assert.Equal(1L, store.Ask<long>("SELECT count(*) FROM clock_event"));
        Assert.Equal(300_000_000L, store.Ask<long>("SELECT end_utc - start_utc FROM entry"));
    }

    [Fact]
    [Trait("Scenario", "7.4")]
    public void WhileATimerRuns_TheWatchWritesACheckpointEvery30Seconds()
    {
        _bench.Reopen(keepsWatch: true);
        _bench.Do(Bench.Start("Plan"));
        var before = Checkpoint();
        for (var look = 1; look <= 3; look++)
        {
            Pass(TimeSpan.FromSeconds(30));
            Assert.Equal(before + (look * 30_000_000L), Checkpoint());
        }
    }

    [Fact]
    [Trait("Scenario", "7.4")]
    [Trait("Invariant", "INV-14")]
    public void OfTwoProgramsThatKeepTheWatch_OneWrites_UntilItCloses()
    {
        _bench.Reopen(keepsWatch: true);
        using var other = _bench.Open(keepsWatch: true);
        _bench.Do(Bench.Start("Plan"));
        var first = Holder();
        for (var look = 1; look <= 5; look++)
        {
            Pass(TimeSpan.FromSeconds(30));
            Assert.Equal(first, Holder());
        }

        _bench.Reopen();
        Assert.Null(Holder());
        Pass(TimeSpan.FromSeconds(30));
        Assert.NotNull(Holder());
        Assert.NotEqual(first, Holder());
        Assert.Empty(_bench.Tracker.Review());
    }

    [Fact]
    public void WhileNothingRuns_TheWatchWritesNothing_AndNobodyHoldsTheLease()
    {
        _bench.Reopen(keepsWatch: true);
        _bench.Do(Bench.Start("Plan"));
        _bench.Do(Bench.Stop());
        Pass(TimeSpan.FromSeconds(30));
        Assert.Null(Holder());
        var before = Everything();
        Pass(TimeSpan.FromMinutes(5));
        Assert.Equal(before, Everything());
    }

    [Fact]
    [Trait("Scenario", "7.1")]
    [Trait("Fix", "7")]
    public void Closing_WritesACheckpointAndTakesBackThePromise()
    {
        _bench.Reopen(keepsWatch: true);
        _bench.Do(Bench.Start("Plan"));
        var before = Checkpoint();
        _bench.Clock.Work(TimeSpan.FromSeconds(11));
        _bench.Tracker.Dispose();
        Assert.Equal(before + 11_000_000, Checkpoint());
        Assert.Null(Holder());

        _bench.Clock.Work(TimeSpan.FromHours(1));
        _bench.Reopen();
        Assert.Empty(_bench.Tracker.Review());
    }

    [Fact]
    [Trait("Scenario", "7.1")]
    public async Task Closing_WhileAnotherProgramHoldsTheStore_IsNotHeldUp()
    {
        var usual = new TrackerOptions().SaveTimeMax;
        Assert.InRange(usual, TimeSpan.Zero, TimeSpan.FromSeconds(1.5));
        _bench.Reopen(keepsWatch: true, saveTimeMax: usual);
        _bench.Do(Bench.Start("Plan"));
        using var store = new RawStore(_bench.StorePath);
        store.Run("BEGIN IMMEDIATE");
        try
        {
            // Whoever waited for the store would do so for much longer, since it is held until then.
            await Task.Run(_bench.Tracker.SaveBeforeExit).WaitAsync(Bench.BusyTimeout / 5);
            Assert.NotNull(Holder());
        }
        finally
        {
            store.Run("ROLLBACK");
        }
    }

    [Fact]
    [Trait("Scenario", "7.2")]
    [Trait("Invariant", "INV-06")]
    [Trait("Fix", "7")]
    public void AKill_LosesNoneOfTheStartedTime_AndAsksAboutTheTimeSinceTheCheckpoint()
    {
        _bench.Reopen(keepsWatch: true);
        var start = _bench.Do(Bench.Start("Plan")).Changed[0].Entry.Span.Start;
        Pass(TimeSpan.FromSeconds(30));
        _bench.Clock.Work(TimeSpan.FromSeconds(5));
        _bench.Kill(isAwayFor: TimeSpan.FromMinutes(20));

        var question = Assert.Single(_bench.Tracker.Review());
        Assert.Equal(GapKind.Crash, question.Gap.Kind);
        Assert.Equal(start.Instant.AddSaturating(TimeSpan.FromSeconds(30)), question.Gap.Range.From);
        Assert.Equal(new TimeSpan(0, 20, 5), question.Gap.Range.Duration);
        Assert.True(question.Entry.Entry.IsRunning);
        Assert.Equal(start, question.Entry.Entry.Span.Start);
        _bench.Reopen();
        Assert.Single(_bench.Tracker.Review());
    }

    [Fact]
    [Trait("Invariant", "INV-06")]
    public void AKillOfWhoeverWatched_IsKnownAtOnce_AndItsPromiseCountsNoMore()
    {
        _bench.Reopen(keepsWatch: true);
        _bench.Do(Bench.Start("Plan"));
        using (var store = new RawStore(_bench.StorePath))
        {
            store.Run($"UPDATE lease SET holder = '{EndedProgram.Holder()}'");
        }

        _bench.Kill(isAwayFor: Lease.Duration - TimeSpan.FromSeconds(1));
        Assert.Equal(GapKind.Crash, Assert.Single(_bench.Tracker.Review()).Gap.Kind);
        Assert.Null(Holder());
    }

    [Fact]
    [Trait("Invariant", "INV-16")]
    public void ACommandOfAnotherProgram_BelievesWhoeverWatches_AndAsksNothing()
    {
        _bench.Reopen(keepsWatch: true);
        _bench.Do(Bench.Start("Plan"));
        using var other = _bench.Open();
        _bench.Clock.Work(TimeSpan.FromSeconds(60));
        Assert.IsType<CommandResult.Done>(other.Execute(Bench.Stop()));
        Assert.Empty(other.Review());
    }

    [Fact]
    public void AProgramThatWasStoppedLongerThanItsLease_KnowsThatItLives()
    {
        _bench.Reopen(keepsWatch: true);
        _bench.Do(Bench.Start("Plan"));
        Pass(TimeSpan.FromMinutes(10));
        Assert.Empty(_bench.Tracker.Review());
        Assert.Equal(ClockEventKind.Stall, _bench.Tracker.Timer().LastClockEvent!.Kind);
    }

    [Fact]
    [Trait("Invariant", "INV-16")]
    public void ASleepLongerThanTheLease_IsASleepAndNoCrash()
    {
        _bench.Reopen(keepsWatch: true);
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.Sleep(TimeSpan.FromHours(8));
        using var other = _bench.Open();
        Assert.Equal(GapKind.Suspend, Assert.Single(other.Review()).Gap.Kind);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(-180)]
    [Trait("Invariant", "INV-18")]
    public void AfterAReboot_TheEntryRunsOn_IsEstimatedAndCanBeStopped(int minutes)
    {
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.Work(TimeSpan.FromMinutes(20));
        _bench.Tracker.Execute(new Command.Edit(_bench.All()[0].Entry.Id, new Details { Description = "Plan B" }));
        _bench.Clock.Reboot(TimeSpan.FromMinutes(minutes));
        _bench.Reopen();

        Assert.Equal(Certainty.Estimated, _bench.Tracker.Timer().Entry!.Certainty);
        _bench.Do(Bench.Stop());
        var view = Assert.Single(_bench.All());
        Assert.Equal(TimeSpan.FromMinutes(20 + Math.Max(minutes, 0)), view.Duration);
        Assert.Equal(minutes > 0 ? GapKind.Reboot : GapKind.Estimated, Assert.Single(_bench.Tracker.Review()).Gap.Kind);
    }

    [Fact]
    public void AnAnswerThatNamesATime_IsKnownByIt()
    {
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.Sleep(TimeSpan.FromMinutes(10));
        _bench.Tracker.Timer();
        var gap = Assert.Single(_bench.Tracker.Review()).Gap;
        var at = gap.Range.From.ToDateTimeOffset(TimeSpan.Zero).AddMinutes(4);
        _bench.Do(new Command.Resolve(gap.Id, new Resolution.SplitAt(at)));

        var again = _bench.Tracker.Execute(new Command.Resolve(gap.Id, new Resolution.SplitAt(at)));
        Assert.Equal(NothingToDoReason.AlreadyAnswered, Assert.IsType<CommandResult.NothingToDo>(again).Reason);
        var other = _bench.Tracker.Execute(new Command.Resolve(gap.Id, new Resolution.SplitAt(at.AddMinutes(1))));
        Assert.Equal(RejectionCode.GapAnswered, Assert.IsType<CommandResult.Rejected>(other).Rejection.Code);
    }

    [Fact]
    public void AnAnswer_IsOneCommandThatCanBeUndoneAndRepeated()
    {
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.Sleep(TimeSpan.FromMinutes(10));
        var gap = Assert.Single(_bench.Tracker.Timer() is var _ ? _bench.Tracker.Review() : []).Gap;
        var id = Tracker.NewCommandId();
        var answer = new Command.Resolve(gap.Id, new Resolution.DiscardAndContinue());
        Assert.IsType<CommandResult.Done>(_bench.Tracker.Execute(id, answer));
        Assert.True(Assert.IsType<CommandResult.Done>(_bench.Tracker.Execute(id, answer)).Repeated);
        Assert.IsType<CommandResult.NothingToDo>(_bench.Tracker.Execute(answer));
        Assert.Empty(_bench.Tracker.Review());
        Assert.Equal(2, _bench.All().Count);
        _bench.Do(new Command.Undo());
        Assert.Single(_bench.Tracker.Review());
        Assert.Single(_bench.All());
    }

    [Fact]
    public void ARule_IsKeptAndFollowed_AndItsCutCanBeUndone()
    {
        _bench.Tracker.SetPolicy(GapKind.Suspend, new(GapAction.Discard, TimeSpan.FromMinutes(5)));
        _bench.Reopen();
        Assert.Equal(new(GapAction.Discard, TimeSpan.FromMinutes(5)), _bench.Tracker.Policy()[GapKind.Suspend]);
        Assert.Equal(GapAction.Ask, _bench.Tracker.Policy()[GapKind.Reboot].Action);
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.Sleep(TimeSpan.FromMinutes(10));
        Assert.IsType<TimerState.Idle>(_bench.Tracker.Timer().State);
        _bench.Do(new Command.Undo());
        Assert.IsType<TimerState.Running>(_bench.Tracker.Timer().State);
        Assert.Throws<ArgumentOutOfRangeException>(() => _bench.Tracker.SetPolicy(GapKind.Away, new(GapAction.Ask, -TimeSpan.FromTicks(1))));
    }

    [Fact]
    public void TheDaysTotal_TellsCertainEstimatedAndUnansweredApart()
    {
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.Work(TimeSpan.FromMinutes(30));
        _bench.Tracker.Execute(new Command.Edit(_bench.All()[0].Entry.Id, new Details { Billable = true }));
        _bench.Clock.Reboot(TimeSpan.FromMinutes(10));
        _bench.Do(new Command.Switch(new Details { Description = "Call" }, When.Now.Value));
        _bench.Clock.Work(TimeSpan.FromMinutes(5));
        _bench.Clock.Sleep(TimeSpan.FromMinutes(20));

        _ = _bench.Tracker.Timer();
        var timer = _bench.Tracker.Timer();
        Assert.Equal(TimeSpan.FromMinutes(65), timer.Today);
        Assert.Equal(TimeSpan.FromMinutes(30), timer.TodayUnanswered);
        Assert.Equal(TimeSpan.FromMinutes(30), timer.TodayEstimated);
    }

    [Fact]
    public void ReportAway_IsNotWhatUndoTakesBack()
    {
        var entry = _bench.Do(Bench.Start("Plan")).Changed[0].Entry;
        _bench.Clock.Work(TimeSpan.FromHours(1));
        _bench.Do(new Command.ReportAway(entry.Id, _bench.Clock.Utc.AddMinutes(-50), _bench.Clock.Utc.AddMinutes(-20)));
        Assert.Equal(GapKind.Away, Assert.Single(_bench.Tracker.Review()).Gap.Kind);
        Assert.Equal(CommandVerb.Start, _bench.Tracker.LatestUndoable()!.Verb);
    }

    private void Pass(TimeSpan time)
    {
        _bench.Clock.Work(time);
        _bench.Timers.Advance(TimeSpan.FromSeconds(30));
    }

    private long Checkpoint()
    {
        using var store = new RawStore(_bench.StorePath);
        return store.Ask<long>("SELECT reading_boottime FROM checkpoint");
    }

    private string? Holder()
    {
        using var store = new RawStore(_bench.StorePath);
        return store.Rows("SELECT holder FROM lease") is [var holder] ? holder : null;
    }

    private List<string> Everything()
    {
        using var store = new RawStore(_bench.StorePath);
        return [.. Tables.SelectMany(table => store.Rows($"SELECT * FROM {table}"))];
    }
}
