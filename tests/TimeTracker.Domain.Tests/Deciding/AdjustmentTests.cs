using CsCheck;
using TimeTracker.Domain.TestKit;

namespace TimeTracker.Domain.Tests.Deciding;

[Trait("Invariant", "INV-07")]
public sealed class AdjustmentTests
{
    private readonly Desk desk = new();

    public AdjustmentTests()
    {
        desk.Accept(Add("Early", -180, -120));
        desk.Accept(Add("Late", -120, -60));
    }

    [Theory]
    [InlineData(Adjustment.Trim, -130, -110, "Early -180..-130|New -130..-110|Late -110..-60")]
    [InlineData(Adjustment.Trim, -180, -60, "New -180..-60")]
    [InlineData(Adjustment.Trim, -200, -90, "New -200..-90|Late -90..-60")]
    [InlineData(Adjustment.Split, -170, -160, "Early -180..-170|New -170..-160|Early -160..-120|Late -120..-60")]
    [InlineData(Adjustment.Shift, -130, -110, "Early -190..-130|New -130..-110|Late -110..-50")]
    [InlineData(Adjustment.Shift, -190, -170, "New -190..-170|Early -170..-110|Late -110..-50")]
    [InlineData(Adjustment.Shift, -70, -50, "Early -190..-130|Late -130..-70|New -70..-50")]
    public void Add_WithRoomMade_LeavesEachEntryAsAsked(Adjustment how, int from, int to, string expected)
    {
        desk.Accept(Add("New", from, to) with { Adjust = how });
        Assert.Equal(expected, Shown());
    }

    [Fact]
    public void Undo_OfACommandThatMadeRoom_PutsEverythingBack()
    {
        foreach (var how in new[] { Adjustment.Trim, Adjustment.Shift, Adjustment.Split })
        {
            var before = Shown();
            desk.Accept(Add("New", -130, -110) with { Adjust = how });
            desk.Accept(new Command.Undo());
            Assert.Equal(before, Shown());
        }
    }

    [Fact]
    public void Trim_OfAnEntryThatGoesOnAfter_IsRefusedAndPointsToSplit()
    {
        var rejection = desk.Refuse(Add("New", -170, -160) with { Adjust = Adjustment.Trim });
        Assert.Equal(RejectionCode.CannotMakeRoom, rejection.Code);
        Assert.Contains("it goes on after that time", rejection.Message, StringComparison.Ordinal);
        Assert.Contains("Split", rejection.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Shift_IntoTheFuture_IsRefused() => Assert.Equal(
        RejectionCode.CannotMakeRoom, desk.Refuse(Add("New", -125, -5) with { Adjust = Adjustment.Shift }).Code);

    [Fact]
    public void Shift_OfWhatCannotGiveWay_SaysWhyAndWhatToDo()
    {
        var rejection = desk.Refuse(Add("New", -125, -5) with { Adjust = Adjustment.Shift });
        Assert.Contains("not enough time after it before now", rejection.Message, StringComparison.Ordinal);
        Assert.Contains("Trim it", rejection.Hint, StringComparison.Ordinal);

        desk.Accept(Desk.Start("Plan", when: Desk.Ago(50)));
        rejection = desk.Refuse(Add("Call", -30, -20) with { Adjust = Adjustment.Shift });
        Assert.Contains("it runs", rejection.Message, StringComparison.Ordinal);
        Assert.Contains("Split it there", rejection.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Shift_OfALongEntryOverTwoShortOnes_KeepsTheirOrder()
    {
        var one = new Desk();
        foreach (var (description, from, to) in new[]
        {
            ("A", -205, -200), ("B", -195, -190), ("Before", -180, -140), ("After", -120, -80), ("C", -70, -65), ("D", -60, -55),
        })
        {
            one.Accept(Add(description, from, to));
        }

        one.Accept(Add("New", -165, -130) with { Adjust = Adjustment.Shift });
        one.Accept(Add("Call", -130, -95) with { Adjust = Adjustment.Shift });
        Assert.Equal(
            "A -215..-210|B -210..-205|Before -205..-165|New -165..-130"
            + "|Call -130..-95|After -95..-55|C -55..-50|D -50..-45",
            Shown(one));
    }

    [Theory]
    [InlineData(Adjustment.Shift, OperationId.OrdinalMax - 1, true)]
    [InlineData(Adjustment.Shift, OperationId.OrdinalMax, false)]
    [InlineData(Adjustment.Shift, OperationId.OrdinalMax + 1, false)]
    [InlineData(Adjustment.Trim, OperationId.OrdinalMax - 1, true)]
    [InlineData(Adjustment.Trim, OperationId.OrdinalMax, false)]
    [InlineData(Adjustment.Trim, OperationId.OrdinalMax + 1, false)]
    public void ACommandThatWouldChangeMoreThanItHasIds_IsRefused(Adjustment how, int others, bool isAccepted)
    {
        var one = new Desk();
        for (var minute = -600; minute < -600 + others; minute++)
        {
            one.Accept(Add("x", minute, minute + 1));
        }

        // To be shifted it is enough to be in the way of the last; what is trimmed has to be covered.
        var end = -600 + others;
        var add = Add("New", how == Adjustment.Shift ? end - 0.5 : -600, end) with { Adjust = how };
        if (isAccepted)
        {
            one.Accept(add);
        }
        else
        {
            Assert.Equal(RejectionCode.TooManyChanges, one.Refuse(add).Code);
        }
    }

    [Fact]
    public void Shift_UpToNow_IsJustEnoughTime()
    {
        desk.Accept(Add("New", -120, -60) with { Adjust = Adjustment.Shift });
        Assert.Equal("Early -180..-120|New -120..-60|Late -60..0", Shown());
    }

    [Fact]
    public void Split_OfTheRunningEntry_LetsItRunOnAfterwards()
    {
        var running = desk.Accept(Desk.Start("Plan", when: Desk.Ago(50)));
        desk.Accept(Add("Call", -30, -20) with { Adjust = Adjustment.Split });
        desk.Clock.StepWallClock(TimeSpan.FromHours(5));
        desk.Work(10);
        desk.Accept(Desk.Stop());

        Assert.Equal(TimeSpan.FromMinutes(30), desk.LastClosed.Duration);
        Assert.Equal(running.Id, desk.Last.Continues);
        Assert.Equal("Early -180..-120|Late -120..-60|Plan -50..-30|Call -30..-20|Plan -20..10", Shown());
    }

    [Fact]
    public void Start_InThePast_TrimsWhatWasBooked()
    {
        desk.Accept(Desk.Start("New", when: Desk.Ago(90)) with { Adjust = Adjustment.Trim });
        Assert.StartsWith("Early -180..-120|Late -120..-90|New -90", Shown(), StringComparison.Ordinal);
        Assert.True(desk.Last.IsRunning);
    }

    [Fact]
    public void Start_InThePast_ShiftsNothingThatTheNewEntryRunsOver()
    {
        var command = Desk.Start("New", when: Desk.Ago(130)) with { Adjust = Adjustment.Shift };
        Assert.Equal(RejectionCode.CannotMakeRoom, desk.Refuse(command).Code);
    }

    [Fact]
    public void Edit_OfAStart_TrimsTheEntryBefore()
    {
        var late = desk.Last;
        desk.Accept(new Command.Edit(late.Id, new Details(), From: At(-150)) { Adjust = Adjustment.Trim });
        Assert.Equal("Early -180..-150|Late -150..-60", Shown());
    }

    [Fact]
    public void Edit_OfAnEnd_TrimsTheEntryAfter()
    {
        desk.Accept(new Command.Edit(desk.Ledger.Live[0].Id, new Details(), To: At(-90)) { Adjust = Adjustment.Trim });
        Assert.Equal("Early -180..-90|Late -90..-60", Shown());
    }

    [Fact]
    public void WhateverIsAdded_WithRoomMade_OverlapsNothingAndLosesNothingButWhatIsTrimmed()
    {
        var stretch = Gen.Select(Gen.Int[1, 400], Gen.Int[1, 90], Gen.Int[1, 3]);
        stretch.Array[1, 15].Sample(
            adds =>
            {
                var one = new Desk();
                foreach (var (ago, length, how) in adds)
                {
                    var before = one.Ledger.Live.Sum(Minutes);
                    var command = Add("x", -ago, Math.Min(0, length - ago)) with { Adjust = (Adjustment)how };
                    var accepted = one.Ledger.Execute(command) is Decision.Accepted;
                    var after = one.Ledger.Live.Sum(Minutes);
                    Assert.True(!accepted || how != (int)Adjustment.Shift || after == before + Math.Min(ago, length));
                    Assert.True(accepted || after == before);
                }

                return one.Ledger.Live.All(entry => Minutes(entry) == 0 || one.Ledger.FindOverlap(
                    entry.Span.Start.Instant, ((EntrySpan.Closed)entry.Span).End.Instant, entry.Id) is null);
            },
            iter: Samples.UpTo(2000));
    }

    private static double Minutes(Entry entry) => ((EntrySpan.Closed)entry.Span).Duration.TotalMinutes;

    private static DateTimeOffset At(double minutes) => Desk.Morning.AddMinutes(minutes);

    private static Command.Add Add(string description, double from, double to) =>
        new(new Details { Description = description }, At(from), At(to));

    private string Shown() => Shown(desk);

    private static string Shown(Desk one) => string.Join('|', one.Ledger.Live.Select(entry =>
        $"{entry.Description} {Minute(entry.Span.Start)}"
        + (entry.Span is EntrySpan.Closed closed ? $"..{Minute(closed.End)}" : string.Empty)));

    private static double Minute(ZonedInstant instant) => (instant.ToDateTimeOffset() - Desk.Morning).TotalMinutes;
}
