namespace TimeTracker.Domain.Tests;

public sealed class TimerDeciderTests
{
    private readonly Desk desk = new();

    [Fact]
    public void Start_WhileIdle_OpensAnEntryAtTheReading()
    {
        var entry = desk.Accept(Desk.Start("Write the report", "Acme"));

        Assert.True(entry.IsRunning);
        Assert.Equal("Write the report", entry.Description.Value);
        Assert.Equal(Desk.Morning, entry.Span.Start.ToDateTimeOffset());
        Assert.Equal(60, entry.Span.Start.OffsetMinutes);
        Assert.Equal("Acme", Assert.Single(desk.Ledger.Projects).Name.Value);
    }

    [Fact]
    public void Start_WhileRunning_SaysWhatRunsSinceWhenAndHowToSwitch()
    {
        desk.Accept(Desk.Start("Write the report"));
        desk.Work(5);

        var rejection = desk.Refuse(Desk.Start("Call"));

        Assert.Equal(RejectionCode.AlreadyRunning, rejection.Code);
        Assert.Contains("Write the report", rejection.Message, StringComparison.Ordinal);
        Assert.Contains("2027-03-09 08:41:13 +01:00", rejection.Message, StringComparison.Ordinal);
        Assert.Contains("Switch", rejection.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Stop_WhileIdle_IsNothingToDo() =>
        Assert.Equal(NothingToDoReason.NotRunning, desk.Nothing(Desk.Stop()));

    [Fact]
    public void Stop_AfterWork_ClosesTheEntryAtTheReading()
    {
        desk.Accept(Desk.Start("Plan"));
        desk.Work(25);
        desk.Accept(Desk.Stop());

        Assert.Equal(TimeSpan.FromMinutes(25), desk.LastClosed.Duration);
        Assert.Equal(Certainty.Certain, desk.LastClosed.Certainty);
    }

    [Fact]
    public void Stop_AfterSleep_IncludesTheSleepUntilSomeoneJudgesIt()
    {
        desk.Accept(Desk.Start("Plan"));
        desk.Clock.Sleep(TimeSpan.FromHours(2));
        desk.Accept(Desk.Stop());

        Assert.Equal(TimeSpan.FromHours(2), desk.LastClosed.Duration);
    }

    [Theory]
    [Trait("Invariant", "INV-17")]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(-3600)]
    [InlineData(3600)]
    [InlineData(-31_536_000)]
    [InlineData(31_536_000)]
    public void Stop_AfterAStepOfTheWallClock_MeasuresTheSameDuration(int seconds)
    {
        desk.Accept(Desk.Start("Plan"));
        desk.Work(10);
        desk.Clock.StepWallClock(TimeSpan.FromSeconds(seconds));
        desk.Work(10);
        desk.Accept(Desk.Stop());

        Assert.Equal(TimeSpan.FromMinutes(20), desk.LastClosed.Duration);
        Assert.Equal(Desk.Morning, desk.LastClosed.Start.ToDateTimeOffset());
    }

    [Fact]
    [Trait("Invariant", "INV-18")]
    public void Stop_AfterAReboot_IsEstimatedByTheWallClock()
    {
        desk.Accept(Desk.Start("Plan"));
        desk.Work(10);
        desk.Clock.Reboot(TimeSpan.FromMinutes(3));
        desk.Accept(Desk.Stop());

        Assert.Equal(TimeSpan.FromMinutes(13), desk.LastClosed.Duration);
        Assert.Equal(Certainty.Estimated, desk.LastClosed.Certainty);
    }

    [Fact]
    [Trait("Invariant", "INV-05")]
    [Trait("Invariant", "INV-18")]
    public void Stop_AfterARebootThatSetTheClockBack_EndsWhereTheStoreWasLastAlive()
    {
        var entry = desk.Accept(Desk.Start("Plan"));
        desk.Work(10);
        desk.Accept(new Command.Edit(entry.Id, new Details { Billable = true }));
        desk.Clock.Reboot(TimeSpan.FromHours(-5));
        desk.Accept(Desk.Stop());

        Assert.Equal(TimeSpan.FromMinutes(10), desk.LastClosed.Duration);
    }

    [Fact]
    [Trait("Invariant", "INV-18")]
    public void ACommand_AfterARebootThatSetTheClockBack_TakesNothingFromTheRunningEntry()
    {
        var entry = desk.Accept(Desk.Start("Plan"));
        desk.Work(10);
        desk.Ledger.Alive();
        desk.Clock.Reboot(TimeSpan.FromHours(-5));
        desk.Accept(new Command.Edit(entry.Id, new Details { Billable = true }));
        desk.Work(5);
        desk.Accept(Desk.Stop());

        Assert.Equal(TimeSpan.FromMinutes(15), desk.LastClosed.Duration);
        Assert.Equal(Certainty.Estimated, desk.LastClosed.Certainty);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(365 * 24)]
    [Trait("Invariant", "INV-17")]
    public void AStepOfTheWallClock_InTheBootSessionAfterAReboot_ChangesNoDuration(int hours)
    {
        desk.Accept(Desk.Start("Plan"));
        desk.Work(10);
        desk.Ledger.Alive();
        desk.Clock.Reboot(TimeSpan.FromMinutes(3));
        desk.Ledger.Observe(Watch.None);
        desk.Work(5);
        desk.Clock.StepWallClock(TimeSpan.FromHours(hours));
        desk.Accept(Desk.Stop());

        Assert.Equal(TimeSpan.FromMinutes(18), desk.LastClosed.Duration);
    }

    [Fact]
    public void Stop_WithTheClockAt1970_StillEndsTheEntry()
    {
        desk.Accept(Desk.Start("Plan"));
        desk.Work(10);
        desk.Clock.Utc = DateTimeOffset.UnixEpoch;
        desk.Accept(Desk.Stop());

        Assert.Equal(TimeSpan.FromMinutes(10), desk.LastClosed.Duration);
    }

    [Fact]
    [Trait("Invariant", "INV-05")]
    public void Start_WithTheClockAt1970_IsRefused()
    {
        desk.Clock.Utc = DateTimeOffset.UnixEpoch;

        Assert.Equal(RejectionCode.ClockUnset, desk.Refuse(Desk.Start("Plan")).Code);
    }

    [Fact]
    public void Stop_MeaningAnEntryThatHasEnded_LeavesTheNewerOneRunning()
    {
        var first = desk.Accept(Desk.Start("Plan"));
        desk.Accept(Desk.Switch("Call"));

        Assert.Equal(NothingToDoReason.EntryHasEnded, desk.Nothing(new Command.Stop(When.Now.Value, first.Id)));
        Assert.True(desk.Last.IsRunning);
    }

    [Fact]
    public void StopAgo_EndsTheEntryThatMuchEarlier()
    {
        desk.Accept(Desk.Start("Plan"));
        desk.Work(30);
        desk.Accept(Desk.Stop(Desk.Ago(10)));

        Assert.Equal(TimeSpan.FromMinutes(20), desk.LastClosed.Duration);
    }

    [Fact]
    [Trait("Invariant", "INV-05")]
    public void StopAgo_BeforeTheStart_IsRefused()
    {
        desk.Accept(Desk.Start("Plan"));
        desk.Work(5);

        Assert.Equal(RejectionCode.EndBeforeStart, desk.Refuse(Desk.Stop(Desk.Ago(6))).Code);
    }

    [Fact]
    public void StopAt_EndsTheEntryThere()
    {
        desk.Accept(Desk.Start("Plan"));
        desk.Work(30);
        desk.Accept(Desk.Stop(new When.At(Desk.Morning.AddMinutes(12))));

        Assert.Equal(TimeSpan.FromMinutes(12), desk.LastClosed.Duration);
    }

    [Fact]
    public void StopAt_AfterAReboot_IsCertainBecauseThePersonSaidSo()
    {
        desk.Accept(Desk.Start("Plan"));
        desk.Clock.Reboot(TimeSpan.FromMinutes(30));
        desk.Accept(Desk.Stop(new When.At(Desk.Morning.AddMinutes(12))));

        Assert.Equal(Certainty.Certain, desk.LastClosed.Certainty);
    }

    [Fact]
    public void StartAgo_MeasuresFromTheGivenStart()
    {
        desk.Accept(Desk.Start("Plan", when: Desk.Ago(15)));
        desk.Work(5);
        desk.Clock.StepWallClock(TimeSpan.FromHours(1));
        desk.Accept(Desk.Stop());

        Assert.Equal(TimeSpan.FromMinutes(20), desk.LastClosed.Duration);
    }

    [Theory]
    [InlineData(1, RejectionCode.InTheFuture)]
    [InlineData(-30_000, RejectionCode.OutOfRange)]
    [InlineData(200_000, RejectionCode.OutOfRange)]
    public void StartAt_ThatCannotBe_IsRefused(int days, RejectionCode code) =>
        Assert.Equal(code, desk.Refuse(Desk.Start("Plan", when: new When.At(Desk.Morning.AddDays(days)))).Code);

    [Fact]
    public void StartAgo_OfANegativeAmount_IsRefused() =>
        Assert.Equal(RejectionCode.InTheFuture, desk.Refuse(Desk.Start("Plan", when: Desk.Ago(-1))).Code);

    [Fact]
    public void StartAgo_OfMoreThanTheRange_IsRefused() =>
        Assert.Equal(
            RejectionCode.OutOfRange,
            desk.Refuse(Desk.Start("Plan", when: new When.Ago(TimeSpan.FromDays(365 * 40)))).Code);

    [Fact]
    [Trait("Invariant", "INV-07")]
    public void StartAgo_IntoAnotherEntry_IsRefusedAndNamesIt()
    {
        desk.Accept(Desk.Start("Plan"));
        desk.Work(10);
        desk.Accept(Desk.Stop());
        desk.Work(5);

        var rejection = desk.Refuse(Desk.Start("Call", when: Desk.Ago(6)));

        Assert.Equal(RejectionCode.Overlaps, rejection.Code);
        Assert.Contains("Plan", rejection.Message, StringComparison.Ordinal);
        desk.Accept(Desk.Start("Call", when: Desk.Ago(5)));
    }

    [Fact]
    [Trait("Invariant", "INV-07")]
    public void Start_AfterTheClockWasSetBack_IsBookedAllTheSame()
    {
        desk.Accept(Desk.Start("Plan"));
        desk.Work(10);
        desk.Accept(Desk.Stop());
        desk.Clock.StepWallClock(TimeSpan.FromMinutes(-5));

        desk.Accept(Desk.Start("Call"));
    }

    [Fact]
    public void Switch_StopsAndStartsAtOneInstant()
    {
        desk.Accept(Desk.Start("Plan"));
        desk.Work(10);
        desk.Clock.StepWallClock(TimeSpan.FromHours(-1));
        desk.Accept(Desk.Switch("Call"));
        desk.Work(7);
        desk.Accept(Desk.Stop());

        var first = Assert.IsType<EntrySpan.Closed>(desk.Ledger.Live[0].Span);
        Assert.Equal(first.End.Instant, desk.LastClosed.Start.Instant);
        Assert.Equal(TimeSpan.FromMinutes(10), first.Duration);
        Assert.Equal(TimeSpan.FromMinutes(7), desk.LastClosed.Duration);
    }

    [Fact]
    public void SwitchAgo_MovesTheBoundaryBack()
    {
        desk.Accept(Desk.Start("Plan"));
        desk.Work(10);
        desk.Accept(Desk.Switch("Call", Desk.Ago(4)));
        desk.Work(1);
        desk.Accept(Desk.Stop());

        Assert.Equal(TimeSpan.FromMinutes(5), desk.LastClosed.Duration);
    }

    [Fact]
    public void Switch_WhileIdle_Starts() => Assert.True(desk.Accept(Desk.Switch("Call")).IsRunning);

    [Fact]
    public void Switch_MeaningAnEntryThatHasEnded_DoesNothing()
    {
        var first = desk.Accept(Desk.Start("Plan"));
        desk.Accept(Desk.Stop());
        var late = new Command.Switch(new Details { Description = "Call" }, When.Now.Value, first.Id);

        Assert.Equal(NothingToDoReason.EntryHasEnded, desk.Nothing(late));
        desk.Accept(Desk.Start("Review"));
        Assert.Equal(NothingToDoReason.EntryHasEnded, desk.Nothing(late));
    }

    [Fact]
    public void SuspendAndResume_RecordABreakBetweenLinkedEntries()
    {
        var first = desk.Accept(Desk.Start("Plan", "Acme"));
        desk.Work(10);
        desk.Accept(new Command.Suspend(When.Now.Value));
        Assert.IsType<TimerState.Paused>(desk.Ledger.Timer);
        desk.Work(3);
        var second = desk.Accept(new Command.Resume(When.Now.Value));

        Assert.Equal(first.Id, second.Continues);
        Assert.Equal(first.Project, second.Project);
        Assert.Equal(Desk.Morning.AddMinutes(13), second.Span.Start.ToDateTimeOffset());
        Assert.IsType<TimerState.Running>(desk.Ledger.Timer);
    }

    [Fact]
    public void Suspend_WhilePaused_DoesNothing()
    {
        Pause();
        Assert.Equal(NothingToDoReason.AlreadyPaused, desk.Nothing(new Command.Suspend(When.Now.Value)));
    }

    [Fact]
    public void Suspend_WhileIdle_DoesNothing() =>
        Assert.Equal(NothingToDoReason.NotRunning, desk.Nothing(new Command.Suspend(When.Now.Value)));

    [Fact]
    public void Stop_WhilePaused_EndsThePause()
    {
        Pause();
        desk.Accept(Desk.Stop());
        Assert.IsType<TimerState.Idle>(desk.Ledger.Timer);
    }

    [Fact]
    public void Start_WhilePaused_StartsAnotherAndEndsThePause()
    {
        Pause();
        desk.Accept(Desk.Start("Call"));
        desk.Accept(Desk.Stop());
        Assert.IsType<TimerState.Idle>(desk.Ledger.Timer);
    }

    [Fact]
    public void Resume_WhileRunning_DoesNothing()
    {
        desk.Accept(Desk.Start("Plan"));
        Assert.Equal(NothingToDoReason.AlreadyRunning, desk.Nothing(new Command.Resume(When.Now.Value)));
    }

    [Fact]
    public void Resume_OfTheEntryThatIsPaused_GoesOnWithIt()
    {
        var first = desk.Accept(Desk.Start("Plan"));
        desk.Accept(new Command.Suspend(When.Now.Value));
        Assert.Equal(first.Id, desk.Accept(new Command.Resume(When.Now.Value, first.Id)).Continues);
    }

    [Fact]
    public void ALateResume_StartsNothingThatWasNotMeant()
    {
        var first = desk.Accept(Desk.Start("Plan"));
        desk.Accept(new Command.Suspend(When.Now.Value));
        desk.Accept(Desk.Stop());
        var late = new Command.Resume(When.Now.Value, first.Id);

        Assert.Equal(NothingToDoReason.BreakHasEnded, desk.Nothing(late));
        desk.Accept(Desk.Start("Call"));
        Assert.Equal(NothingToDoReason.AlreadyRunning, desk.Nothing(late));
        desk.Accept(new Command.Suspend(When.Now.Value));
        Assert.Equal(NothingToDoReason.BreakHasEnded, desk.Nothing(late));
    }

    [Fact]
    public void Resume_WhileIdle_GoesOnWithTheLastEntry()
    {
        var first = desk.Accept(Desk.Start("Plan"));
        desk.Accept(Desk.Stop());
        Assert.Equal(first.Id, desk.Accept(new Command.Resume(When.Now.Value)).Continues);
    }

    [Fact]
    public void Resume_WithoutAnyEntry_IsRefused() =>
        Assert.Equal(RejectionCode.NothingToContinue, desk.Refuse(new Command.Resume(When.Now.Value)).Code);

    [Fact]
    public void Continue_OfAnUnknownOrRemovedEntry_IsRefused()
    {
        var unknown = new Command.Continue(new EntryId(Guid.Empty), When.Now.Value);
        Assert.Equal(RejectionCode.UnknownEntry, desk.Refuse(unknown).Code);

        var entry = desk.Accept(Desk.Start("Plan"));
        desk.Accept(new Command.Cancel());
        Assert.Equal(RejectionCode.EntryRemoved, desk.Refuse(new Command.Continue(entry.Id, When.Now.Value)).Code);
    }

    [Fact]
    public void Continue_WhileRunning_IsRefused()
    {
        var entry = desk.Accept(Desk.Start("Plan"));
        Assert.Equal(RejectionCode.AlreadyRunning, desk.Refuse(new Command.Continue(entry.Id, When.Now.Value)).Code);
    }

    [Fact]
    public void Cancel_DiscardsWhatRuns()
    {
        var entry = desk.Accept(Desk.Start("Plan"));
        desk.Accept(new Command.Cancel(entry.Id));

        Assert.Empty(desk.Ledger.Live);
        Assert.IsType<TimerState.Idle>(desk.Ledger.Timer);
    }

    [Fact]
    public void Cancel_WhileIdleOrMeaningAnother_DoesNothing()
    {
        Assert.Equal(NothingToDoReason.NotRunning, desk.Nothing(new Command.Cancel()));
        desk.Accept(Desk.Start("Plan"));
        Assert.Equal(NothingToDoReason.EntryHasEnded, desk.Nothing(new Command.Cancel(new EntryId(Guid.Empty))));
    }

    private void Pause()
    {
        desk.Accept(Desk.Start("Plan"));
        desk.Work(10);
        desk.Accept(new Command.Suspend(When.Now.Value));
    }

    [Fact]
    public void ATimeInTheFuture_IsRefusedByItsName_AndNothingChanges()
    {
        var later = new When.At(Desk.Morning.AddHours(1));
        Assert.Contains("The start, ", desk.Refuse(Desk.Start("Plan", when: later)).Message, StringComparison.Ordinal);

        desk.Accept(Desk.Start("Plan"));
        foreach (var command in new Command[] { Desk.Stop(later), Desk.Switch("Call", later) })
        {
            var rejection = desk.Refuse(command);
            Assert.Equal(RejectionCode.InTheFuture, rejection.Code);
            Assert.Contains("The end, ", rejection.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Switch_FromAnEntryThatRanForTooLong_AsksAboutIt()
    {
        var entry = desk.Accept(Desk.Start("Plan"));
        desk.Work(13 * 60);
        desk.Accept(Desk.Switch("Call"));
        var gap = Assert.Single(desk.Ledger.OpenGaps);
        Assert.Equal((GapKind.Overlong, entry.Id), (gap.Kind, gap.Entry));
    }
}
