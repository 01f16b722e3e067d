namespace TimeTracker.Domain.Tests;

/// <summary>What answers do.</summary>
public sealed class GapDeciderTests
{
    private readonly Desk desk = new();

    [Fact]
    public void UntilAnswered_TheEntryIncludesTheGap()
    {
        var gap = SleptWhileRunning();
        desk.Ledger.Execute(Desk.Stop());
        Assert.Equal(TimeSpan.FromMinutes(45), desk.LastClosed.Duration);
        Assert.True(desk.Ledger.FindGap(gap.Id)!.IsOpen);
    }

    [Fact]
    public void Keep_ChangesNoEntry()
    {
        var gap = SleptWhileRunning();
        var before = desk.Ledger.Entries[0];
        Answer(gap, new Resolution.Keep());
        Assert.Equal(before, Assert.Single(desk.Ledger.Entries));
        Assert.Equal(new GapAnswer(AnswerKind.Keep), desk.Ledger.FindGap(gap.Id)!.Answer);
    }

    [Fact]
    public void Discard_StopsARunningTimerWhereTheGapBegins()
    {
        var gap = SleptWhileRunning();
        Answer(gap, new Resolution.Discard());
        Assert.IsType<TimerState.Idle>(desk.Ledger.Timer);
        Assert.Equal(TimeSpan.FromMinutes(10), Assert.IsType<EntrySpan.Closed>(Assert.Single(desk.Ledger.Live).Span).Duration);
    }

    [Fact]
    public void DiscardAndContinue_GoesOnBehindTheGapInALinkedEntry()
    {
        var gap = SleptWhileRunning();
        Answer(gap, new Resolution.DiscardAndContinue());
        desk.Work(10);
        desk.Ledger.Execute(Desk.Stop());

        Assert.Equal([10.0, 15.0], Minutes());
        Assert.Equal(desk.Ledger.Live[0].Id, desk.Ledger.Live[1].Continues);
        Assert.Equal(gap.Range.To, desk.Ledger.Live[1].Span.Start.Instant);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Discard_InAStoppedEntry_LeavesWhatLiesBehindAsALinkedEntry(bool andContinue)
    {
        var gap = SleptWhileRunning();
        desk.Ledger.Execute(Desk.Stop());
        Answer(gap, andContinue ? new Resolution.DiscardAndContinue() : new Resolution.Discard());
        Assert.Equal([10.0, 5.0], Minutes());
        Assert.Equal(desk.Ledger.Live[0].Id, desk.Ledger.Live[1].Continues);
        Assert.IsType<TimerState.Idle>(desk.Ledger.Timer);
    }

    [Fact]
    public void Discard_UpToTheEndOfAStoppedEntry_LeavesNothingBehind()
    {
        var gap = AwayWhileRunning(until: 30, now: 30);
        desk.Accept(Desk.Stop());
        Answer(gap, new Resolution.Discard());
        Assert.Equal([10.0], Minutes());
    }

    [Theory]
    [InlineData(30)]
    [InlineData(40)]
    public void Discard_InAPausedEntry_LeavesThePauseToWhatLiesBehind(int pausedAt)
    {
        var gap = AwayWhileRunning(until: 30, now: pausedAt);
        desk.Accept(new Command.Suspend(When.Now.Value));
        Answer(gap, new Resolution.Discard());

        Assert.Equal([10.0, pausedAt - 30.0], Minutes());
        Assert.Equal([false, true], desk.Ledger.Live.Select(part => part.Paused));
        Assert.Equal(desk.Last.Id, Assert.IsType<TimerState.Paused>(desk.Ledger.Timer).Entry.Id);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void WhatWasMeasured_IsCertainOnBothSidesAndBetween(bool away)
    {
        var gap = away ? AwayWhileRunning(until: 40, now: 45) : SleptWhileRunning();
        Answer(gap, new Resolution.AssignTo(new Details { Description = "Meeting" }));
        desk.Ledger.Execute(Desk.Stop());
        Assert.Equal([Certainty.Certain, Certainty.Certain, Certainty.Certain], desk.Ledger.Live.Select(part => part.Span.Certainty));
    }

    [Fact]
    public void WhatIsOnlyThoughtTooLong_IsEstimatedWhereverItGoes()
    {
        desk.Accept(Desk.Start("Plan"));
        desk.Clock.Work(TimeSpan.FromHours(13));
        desk.Accept(Desk.Stop());
        Answer(Assert.Single(desk.Ledger.OpenGaps), new Resolution.AssignTo(new Details { Description = "Meeting" }));
        Assert.Equal([720.0, 60.0], Minutes());
        Assert.Equal([Certainty.Estimated, Certainty.Estimated], desk.Ledger.Live.Select(part => part.Span.Certainty));
    }

    [Fact]
    public void AssignTo_GivesTheTimeToAnotherEntry()
    {
        var gap = SleptWhileRunning();
        Answer(gap, new Resolution.AssignTo(new Details { Description = "Meeting", Project = "Acme" }));
        desk.Ledger.Execute(Desk.Stop());
        Assert.Equal(["Plan", "Meeting", "Plan"], desk.Ledger.Live.Select(entry => entry.Description.Value));
        Assert.Equal([10.0, 30.0, 5.0], Minutes());
    }

    [Fact]
    public void SplitAt_KeepsTheTimeUpToTheInstantAndCutsTheRest()
    {
        var gap = SleptWhileRunning();
        var at = gap.Range.From.AddSaturating(TimeSpan.FromMinutes(12)).ToDateTimeOffset(TimeSpan.Zero);
        Answer(gap, new Resolution.SplitAt(at));
        desk.Ledger.Execute(Desk.Stop());
        Assert.Equal([22.0, 5.0], Minutes());
        Assert.Equal(
            NothingToDoReason.AlreadyAnswered, desk.Nothing(new Command.Resolve(gap.Id, new Resolution.SplitAt(at))));
        Assert.Equal(
            RejectionCode.GapAnswered, desk.Refuse(new Command.Resolve(gap.Id, new Resolution.SplitAt(at.AddMinutes(1)))).Code);
    }

    [Fact]
    public void SplitAt_OutsideTheGap_IsRefused()
    {
        var gap = SleptWhileRunning();
        Assert.Equal(RejectionCode.SplitOutsideGap, desk.Refuse(new Command.Resolve(
            gap.Id, new Resolution.SplitAt(Desk.Morning))).Code);
    }

    [Fact]
    public void AnAnswerGivenTwice_ChangesNothing_AndAnotherIsRefused()
    {
        var gap = SleptWhileRunning();
        Answer(gap, new Resolution.Discard());
        Assert.Equal(NothingToDoReason.AlreadyAnswered, desk.Nothing(new Command.Resolve(gap.Id, new Resolution.Discard())));
        Assert.Equal(RejectionCode.GapAnswered, desk.Refuse(new Command.Resolve(gap.Id, new Resolution.Keep())).Code);
    }

    [Fact]
    public void AnAnswer_IsUndoneWhole()
    {
        var gap = SleptWhileRunning();
        var before = desk.Ledger.Live[0] with { };
        foreach (var resolution in new Resolution[]
        {
            new Resolution.Keep(), new Resolution.Discard(), new Resolution.DiscardAndContinue(),
            new Resolution.AssignTo(new Details { Description = "Meeting" }),
        })
        {
            Answer(gap, resolution);
            Assert.IsType<Decision.Accepted>(desk.Ledger.Execute(new Command.Undo()));
            Assert.True(desk.Ledger.FindGap(gap.Id)!.IsOpen);
            var after = Assert.Single(desk.Ledger.Live);
            Assert.Equal(before.Span.Start, after.Span.Start);
            Assert.True(after.IsRunning);
        }
    }

    [Fact]
    public void Undo_PassesOverTheGap()
    {
        var gap = SleptWhileRunning();
        Assert.IsType<Decision.Accepted>(desk.Ledger.Execute(new Command.Undo()));
        Assert.Empty(desk.Ledger.Live);
        Assert.Equal(RejectionCode.EntryRemoved, desk.Refuse(new Command.Resolve(gap.Id, new Resolution.Keep())).Code);
    }

    [Fact]
    public void ALaterGap_MovesWithTheTimeThatItLiesIn()
    {
        var first = SleptWhileRunning();
        desk.Clock.Sleep(TimeSpan.FromMinutes(20));
        desk.Ledger.Observe(Watch.Kept);
        var second = desk.Ledger.OpenGaps[1];
        Answer(first, new Resolution.DiscardAndContinue());
        Assert.Equal(desk.Ledger.Live[1].Id, desk.Ledger.FindGap(second.Id)!.Entry);
        Answer(second, new Resolution.DiscardAndContinue());
        desk.Ledger.Execute(Desk.Stop());
        Assert.Equal([10.0, 0.0, 5.0], Minutes());
    }

    [Fact]
    public void AGapThatTheEntryNoLongerCovers_CannotBeCut()
    {
        var gap = SleptWhileRunning();
        desk.Ledger.Execute(new Command.Edit(gap.Entry, new Details(), To: Desk.Morning.AddMinutes(10)));
        Assert.Equal(RejectionCode.GapOutsideEntry, desk.Refuse(new Command.Resolve(gap.Id, new Resolution.Discard())).Code);
    }

    [Fact]
    public void AQuestionThatIsNotThere_IsRefused() => Assert.Equal(
        RejectionCode.UnknownGap, desk.Refuse(new Command.Resolve(new GapId(Guid.Empty), new Resolution.Keep())).Code);

    [Fact]
    public void APolicyOfKeep_RecordsTheGapAndAsksNobody()
    {
        SetPolicy(GapKind.Suspend, GapAction.Keep, TimeSpan.FromSeconds(1));
        var gap = SleptWhileRunning();
        Assert.Equal(AnswerKind.Keep, gap.Answer!.Kind);
    }

    [Fact]
    public void AGapShorterThanTheThreshold_IsKeptAndAsksNobody()
    {
        SetPolicy(GapKind.Suspend, GapAction.Discard, TimeSpan.FromMinutes(31));
        Assert.Equal(AnswerKind.Keep, SleptWhileRunning().Answer!.Kind);
        Assert.True(desk.Last.IsRunning);
    }

    [Fact]
    public void APolicyOfDiscard_StopsTheTimerByACommandThatCanBeUndone()
    {
        SetPolicy(GapKind.Suspend, GapAction.Discard, TimeSpan.FromSeconds(1));
        var gap = SleptWhileRunning();
        Assert.Equal(AnswerKind.Discard, gap.Answer!.Kind);
        Assert.IsType<TimerState.Idle>(desk.Ledger.Timer);
        desk.Ledger.Execute(new Command.Undo());
        Assert.True(desk.Last.IsRunning);
        Assert.True(desk.Ledger.FindGap(gap.Id)!.IsOpen);
    }

    [Fact]
    public void ReportAway_AsksTheSameQuestionOnce()
    {
        var entry = desk.Accept(Desk.Start("Plan"));
        desk.Work(30);
        var away = new Command.ReportAway(entry.Id, Desk.Morning.AddMinutes(10), Desk.Morning.AddMinutes(20));
        Assert.IsType<Decision.Accepted>(desk.Ledger.Execute(away));
        Assert.Equal(NothingToDoReason.AlreadyKnown, desk.Nothing(away));
        Answer(Assert.Single(desk.Ledger.OpenGaps), new Resolution.DiscardAndContinue());
        desk.Ledger.Execute(Desk.Stop());
        Assert.Equal([10.0, 10.0], Minutes());
    }

    [Fact]
    [Trait("Invariant", "INV-16")]
    public void ReportAway_AroundASleep_AsksOnlyAboutTheTimeBesideIt()
    {
        var sleep = SleptWhileRunning();
        desk.Ledger.Execute(new Command.ReportAway(sleep.Entry, Desk.Morning.AddMinutes(4), Desk.Morning.AddMinutes(44)));

        Assert.Equal(
            [(GapKind.Away, 4.0, 10.0), (GapKind.Suspend, 10.0, 40.0), (GapKind.Away, 40.0, 44.0)],
            desk.Ledger.Gaps.OrderBy(gap => gap.Range.From).Select(gap => (gap.Kind, Minute(gap.Range.From), Minute(gap.Range.To))));
        Assert.Equal([GapKind.Away, GapKind.Suspend], desk.Ledger.OpenGaps.Select(gap => gap.Kind));
    }

    [Fact]
    public void ReportAway_ByTwoBrowsers_AsksAboutTheTimeThatTheFirstLeftOut()
    {
        var entry = desk.Accept(Desk.Start("Plan"));
        desk.Work(60);
        desk.Ledger.Execute(new Command.ReportAway(entry.Id, Desk.Morning.AddMinutes(10), Desk.Morning.AddMinutes(30)));
        desk.Ledger.Execute(new Command.ReportAway(entry.Id, Desk.Morning.AddMinutes(5), Desk.Morning.AddMinutes(20)));

        Assert.Equal(
            [(5.0, 10.0), (10.0, 30.0)],
            desk.Ledger.OpenGaps.Select(gap => (Minute(gap.Range.From), Minute(gap.Range.To))));
    }

    [Fact]
    public void ReportAway_OutsideTheEntry_IsRefused()
    {
        var entry = desk.Accept(Desk.Start("Plan"));
        Assert.Equal(RejectionCode.GapOutsideEntry, desk.Refuse(new Command.ReportAway(
            entry.Id, Desk.Morning.AddMinutes(-10), Desk.Morning.AddMinutes(-5))).Code);
    }

    [Fact]
    public void Stop_AfterMoreThanTwelveHours_AsksAboutTheRest_AndUndoTakesTheQuestionBack()
    {
        desk.Accept(Desk.Start("Plan"));
        desk.Clock.Work(TimeSpan.FromHours(13));
        desk.Accept(Desk.Stop());
        var gap = Assert.Single(desk.Ledger.OpenGaps);
        Assert.Equal(GapKind.Overlong, gap.Kind);
        Assert.Equal(TimeSpan.FromHours(1), gap.Range.Duration);
        desk.Ledger.Execute(new Command.Undo());
        Assert.Empty(desk.Ledger.OpenGaps);
    }

    [Fact]
    public void Stop_AfterTwelveHours_AsksNothing()
    {
        desk.Accept(Desk.Start("Plan"));
        desk.Clock.Work(TimeSpan.FromHours(12));
        desk.Accept(Desk.Stop());
        Assert.Empty(desk.Ledger.Gaps);
    }

    [Fact]
    public void Stop_AtAnInstantAfterThirteenHours_AsksOfTheLastOne()
    {
        desk.Accept(Desk.Start("Call"));
        desk.Clock.Work(TimeSpan.FromHours(13));
        desk.Accept(Desk.Stop(new When.At(desk.Clock.Utc)));
        var gap = Assert.Single(desk.Ledger.Gaps);
        Assert.Equal((GapKind.Overlong, TimeSpan.FromHours(1)), (gap.Kind, gap.Range.Duration));
    }

    [Fact]
    public void AnEntryWhoseGivenTimesAreLong_IsAskedAboutOnce()
    {
        var now = desk.Clock.Utc;
        desk.Accept(new Command.Add(new Details { Description = "Plan" }, now.AddHours(-100), now.AddHours(-80)));
        var entry = desk.Ledger.Live[0].Id;
        desk.Accept(new Command.Edit(entry, new Details(), To: now.AddHours(-70)));
        desk.Accept(new Command.Edit(entry, new Details { Description = "Plan B" }));
        Assert.Equal(GapKind.Overlong, Assert.Single(desk.Ledger.Gaps).Kind);
    }

    [Fact]
    public void AnEntryThatAnEditMakesLong_IsAskedAbout()
    {
        var now = desk.Clock.Utc;
        desk.Accept(new Command.Add(new Details { Description = "Plan" }, now.AddHours(-100), now.AddHours(-99)));
        Assert.Empty(desk.Ledger.Gaps);
        desk.Accept(new Command.Edit(desk.Ledger.Live[0].Id, new Details(), To: now.AddHours(-28)));
        Assert.Equal(TimeSpan.FromHours(60), Assert.Single(desk.Ledger.Gaps).Range.Duration);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    public void SplitAt_AnEdgeOfTheGap_IsWithinIt(int minutes)
    {
        var gap = SleptWhileRunning();
        Answer(gap, new Resolution.SplitAt(gap.Range.From.ToDateTimeOffset(TimeSpan.Zero).AddMinutes(minutes)));
        Assert.False(desk.Ledger.FindGap(gap.Id)!.IsOpen);
        Assert.Equal(10.0 + minutes, Minutes().First());
    }

    [Fact]
    [Trait("Invariant", "INV-18")]
    public void Stop_OfATimeThatTheWallClockAloneKnows_AsksOnce()
    {
        desk.Accept(Desk.Start("Plan"));
        desk.Work(60);
        desk.Ledger.Alive();
        desk.Clock.Reboot(TimeSpan.FromHours(-3));
        desk.Accept(Desk.Stop());
        Assert.Equal(GapKind.Estimated, Assert.Single(desk.Ledger.OpenGaps).Kind);
        Assert.Equal(TimeSpan.FromMinutes(60), desk.LastClosed.Duration);
    }

    [Fact]
    [Trait("Invariant", "INV-18")]
    public void Stop_OfATimeThatTheWallClockAloneKnows_AsksAlsoWhereASleepAsksAlready()
    {
        SleptWhileRunning();
        desk.Ledger.Alive();
        desk.Clock.Reboot(TimeSpan.FromHours(-3));
        desk.Accept(Desk.Stop());
        Assert.Equal([GapKind.Estimated, GapKind.Suspend], desk.Ledger.OpenGaps.Select(gap => gap.Kind).OrderBy(kind => $"{kind}", StringComparer.Ordinal));
    }

    [Fact]
    public void Stop_OfATimeThatIsOnlyEstimated_AsksNothingBelowTheThreshold()
    {
        SetPolicy(GapKind.Estimated, GapAction.Ask, TimeSpan.FromMinutes(61));
        desk.Accept(Desk.Start("Plan"));
        desk.Work(60);
        desk.Ledger.Alive();
        desk.Clock.Reboot(TimeSpan.FromHours(-3));
        desk.Accept(Desk.Stop());
        Assert.Empty(desk.Ledger.Gaps);
        Assert.Equal(Certainty.Estimated, desk.LastClosed.Certainty);
    }

    [Fact]
    public void Stop_AfterARebootThatWasAskedAbout_AsksNoSecondTime()
    {
        desk.Accept(Desk.Start("Plan"));
        desk.Work(10);
        desk.Ledger.Alive();
        desk.Clock.Reboot(TimeSpan.FromMinutes(50));
        desk.Accept(Desk.Stop());
        Assert.Equal(GapKind.Reboot, Assert.Single(desk.Ledger.OpenGaps).Kind);
    }

    private Gap SleptWhileRunning()
    {
        desk.Accept(Desk.Start("Plan"));
        desk.Work(10);
        desk.Ledger.Alive();
        desk.Clock.Sleep(TimeSpan.FromMinutes(30));
        desk.Ledger.Observe(Watch.Kept);
        desk.Work(5);
        return Assert.Single(desk.Ledger.Gaps);
    }

    private Gap AwayWhileRunning(int until, int now)
    {
        var entry = desk.Accept(Desk.Start("Plan"));
        desk.Work(now);
        desk.Ledger.Execute(new Command.ReportAway(entry.Id, Desk.Morning.AddMinutes(10), Desk.Morning.AddMinutes(until)));
        return Assert.Single(desk.Ledger.Gaps);
    }

    private void SetPolicy(GapKind kind, GapAction action, TimeSpan threshold) =>
        desk.Ledger.Policy = new([new(kind, new(action, threshold))]);

    private void Answer(Gap gap, Resolution resolution) =>
        Assert.IsType<Decision.Accepted>(desk.Ledger.Execute(new Command.Resolve(gap.Id, resolution)));

    private static double Minute(Instant instant) =>
        (instant.ToDateTimeOffset(TimeSpan.Zero) - Desk.Morning).TotalMinutes;

    private IEnumerable<double> Minutes() =>
        desk.Ledger.Live.Select(entry => ((EntrySpan.Closed)entry.Span).Duration.TotalMinutes);
}
