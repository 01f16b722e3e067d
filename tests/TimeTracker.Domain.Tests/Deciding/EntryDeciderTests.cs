namespace TimeTracker.Domain.Tests;

public sealed class EntryDeciderTests
{
    private readonly Desk desk = new();

    [Fact]
    public void Add_BooksAClosedEntry()
    {
        var entry = desk.Accept(Add("Plan", -60, -30));

        Assert.Equal(TimeSpan.FromMinutes(30), Assert.IsType<EntrySpan.Closed>(entry.Span).Duration);
        Assert.IsType<TimerState.Idle>(desk.Ledger.Timer);
    }

    [Fact]
    [Trait("Invariant", "INV-05")]
    public void Add_WithAnEndBeforeItsStart_IsRefused() =>
        Assert.Equal(RejectionCode.EndBeforeStart, desk.Refuse(Add("Plan", -30, -60)).Code);

    [Fact]
    public void Add_EndingInTheFuture_IsRefused() =>
        Assert.Equal(RejectionCode.InTheFuture, desk.Refuse(Add("Plan", -30, 1)).Code);

    [Theory]
    [Trait("Invariant", "INV-05")]
    [InlineData(1970)]
    [InlineData(2500)]
    public void Add_OutsideTheRange_IsRefused(int year)
    {
        var instant = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var command = new Command.Add(new Details { Description = "Plan" }, instant, instant.AddHours(1));
        Assert.Equal(RejectionCode.OutOfRange, desk.Refuse(command).Code);
    }

    [Fact]
    public void Add_WithTheClockUnset_IsRefused()
    {
        desk.Clock.Utc = DateTimeOffset.UnixEpoch;
        Assert.Equal(RejectionCode.ClockUnset, desk.Refuse(Add("Plan", -30, -20)).Code);
    }

    [Theory]
    [Trait("Invariant", "INV-07")]
    [InlineData(-60, -31, true)]
    [InlineData(-60, -30, true)]
    [InlineData(-60, -29.9, false)]
    [InlineData(-21, -20, false)]
    [InlineData(-40, -10, false)]
    [InlineData(-20, -10, true)]
    public void Add_IsRefusedExactlyWhereHalfOpenTimesMeet(double from, double to, bool accepted)
    {
        desk.Accept(Add("Plan", -30, -20));
        var decision = desk.Ledger.Execute(Add("Call", from, to));
        Assert.Equal(accepted, decision is Decision.Accepted);
    }

    [Theory]
    [MemberData(nameof(BadDetails))]
    public void Add_OfBadDetails_IsRefused(Details details, RejectionCode code) =>
        Assert.Equal(code, desk.Refuse(new Command.Add(details, Desk.Morning, Desk.Morning)).Code);

    [Fact]
    public void Edit_SetsJustWhatIsGiven()
    {
        var entry = desk.Accept(Desk.Start("Plan", "Acme"));
        var edited = desk.Accept(new Command.Edit(entry.Id, new Details { Tags = ["deep"], Billable = true }));

        Assert.Equal(entry with { Tags = edited.Tags, Billable = true }, edited);
        Assert.Equal(["deep"], edited.Tags);
    }

    [Fact]
    public void Edit_OfTheProjectToNothing_ClearsIt()
    {
        var entry = desk.Accept(Desk.Start("Plan", "Acme"));
        Assert.Null(desk.Accept(new Command.Edit(entry.Id, new Details { Project = string.Empty })).Project);
    }

    [Fact]
    public void Edit_ThatChangesNothing_DoesNothing()
    {
        var entry = desk.Accept(Desk.Start("Plan", "Acme"));
        var same = new Command.Edit(entry.Id, new Details { Description = "Plan", Project = "ACME" }, Desk.Morning);
        Assert.Equal(NothingToDoReason.NoChange, desk.Nothing(same));
    }

    [Fact]
    public void Edit_OfTheRunningStart_KeepsItRunningAndMeasuring()
    {
        var entry = desk.Accept(Desk.Start("Plan"));
        desk.Work(10);
        desk.Accept(new Command.Edit(entry.Id, new Details(), From: Desk.Morning.AddMinutes(-5)));
        desk.Work(10);
        desk.Clock.StepWallClock(TimeSpan.FromHours(2));
        desk.Accept(Desk.Stop());

        Assert.Equal(TimeSpan.FromMinutes(25), desk.LastClosed.Duration);
    }

    [Fact]
    public void Edit_OfTheRunningEnd_StopsItThere()
    {
        var entry = desk.Accept(Desk.Start("Plan"));
        desk.Work(10);
        desk.Accept(new Command.Edit(entry.Id, new Details(), To: Desk.Morning.AddMinutes(7)));

        Assert.Equal(TimeSpan.FromMinutes(7), desk.LastClosed.Duration);
        Assert.IsType<TimerState.Idle>(desk.Ledger.Timer);
    }

    [Fact]
    [Trait("Invariant", "INV-05")]
    public void Edit_ThatTurnsTheEntryAround_IsRefused()
    {
        var entry = desk.Accept(Add("Plan", -30, -20));
        var command = new Command.Edit(entry.Id, new Details(), From: Desk.Morning.AddMinutes(-10));
        Assert.Equal(RejectionCode.EndBeforeStart, desk.Refuse(command).Code);
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(null, 1)]
    public void Edit_IntoTheFuture_IsRefused(int? from, int? to)
    {
        var entry = desk.Accept(Add("Plan", -30, -20));
        var command = new Command.Edit(
            entry.Id,
            new Details(),
            from is null ? null : Desk.Morning.AddMinutes(from.Value),
            to is null ? null : Desk.Morning.AddMinutes(to.Value));
        Assert.Equal(RejectionCode.InTheFuture, desk.Refuse(command).Code);
    }

    [Fact]
    [Trait("Invariant", "INV-07")]
    public void Edit_IntoAnotherEntry_IsRefused()
    {
        desk.Accept(Add("Call", -60, -40));
        var entry = desk.Accept(Add("Plan", -30, -20));
        var command = new Command.Edit(entry.Id, new Details(), From: Desk.Morning.AddMinutes(-41));
        Assert.Equal(RejectionCode.Overlaps, desk.Refuse(command).Code);
    }

    [Fact]
    public void Edit_ThatShrinksAnOverlap_IsAccepted()
    {
        desk.Accept(Desk.Start("Plan"));
        desk.Work(30);
        desk.Accept(Desk.Stop());
        desk.Clock.StepWallClock(TimeSpan.FromMinutes(-20));
        var overlapping = desk.Accept(Desk.Start("Call"));
        desk.Work(30);
        desk.Accept(Desk.Stop());

        desk.Accept(new Command.Edit(overlapping.Id, new Details(), From: Desk.Morning.AddMinutes(20)));
    }

    [Fact]
    public void Edit_OfAnEstimatedEnd_MakesItCertain()
    {
        var entry = desk.Accept(Desk.Start("Plan"));
        desk.Clock.Reboot(TimeSpan.FromMinutes(30));
        desk.Accept(Desk.Stop());
        desk.Accept(new Command.Edit(entry.Id, new Details(), From: Desk.Morning.AddMinutes(1)));
        Assert.Equal(Certainty.Estimated, desk.LastClosed.Certainty);

        desk.Accept(new Command.Edit(entry.Id, new Details(), To: Desk.Morning.AddMinutes(12)));
        Assert.Equal(Certainty.Certain, desk.LastClosed.Certainty);
    }

    [Fact]
    public void Edit_OfADescriptionWithTheClockUnset_IsAccepted()
    {
        var entry = desk.Accept(Desk.Start("Plan"));
        desk.Clock.Utc = DateTimeOffset.UnixEpoch;
        desk.Accept(new Command.Edit(entry.Id, new Details { Description = "Plan B" }));
        Assert.Equal(
            RejectionCode.ClockUnset, desk.Refuse(new Command.Edit(entry.Id, new Details(), Desk.Morning)).Code);
    }

    [Fact]
    public void EditAndRemove_OfAnUnknownEntry_AreRefused()
    {
        var unknown = new EntryId(Guid.Empty);
        Assert.Equal(RejectionCode.UnknownEntry, desk.Refuse(new Command.Edit(unknown, new Details())).Code);
        Assert.Equal(RejectionCode.UnknownEntry, desk.Refuse(new Command.Remove(unknown)).Code);
    }

    [Fact]
    public void Remove_KeepsTheEntryInTheStore()
    {
        var entry = desk.Accept(Add("Plan", -30, -20));
        desk.Accept(new Command.Remove(entry.Id));

        Assert.Empty(desk.Ledger.Live);
        Assert.NotNull(desk.Ledger.FindEntry(entry.Id)!.RemovedBy);
        Assert.Equal(NothingToDoReason.AlreadyRemoved, desk.Nothing(new Command.Remove(entry.Id)));
        Assert.Equal(RejectionCode.EntryRemoved, desk.Refuse(new Command.Edit(entry.Id, new Details())).Code);
    }

    [Fact]
    public void AProjectInAnotherSpelling_IsTheSameProject()
    {
        var first = desk.Accept(Desk.Start("Plan", "Acme  Corp"));
        desk.Accept(Desk.Stop());
        var second = desk.Accept(Desk.Start("Call", " ACME corp"));

        Assert.Equal(first.Project, second.Project);
        Assert.Single(desk.Ledger.Projects);
    }

    public static TheoryData<Details, RejectionCode> BadDetails() => new()
    {
        { new Details(), RejectionCode.DescriptionEmpty },
        { new Details { Description = "  " }, RejectionCode.DescriptionEmpty },
        { new Details { Description = new string('x', 1001) }, RejectionCode.TooLong },
        { new Details { Description = "a\nb" }, RejectionCode.ControlCharacters },
        { new Details { Description = "\u001b[31mred" }, RejectionCode.ControlCharacters },
        { new Details { Description = "a\u009bb" }, RejectionCode.ControlCharacters },
        { new Details { Description = "half \ud83d" }, RejectionCode.ControlCharacters },
        { new Details { Description = "x", Project = " " }, RejectionCode.ProjectEmpty },
        { new Details { Description = "x", Project = new string('p', 201) }, RejectionCode.TooLong },
        { new Details { Description = "x", Project = "a\tb" }, RejectionCode.ControlCharacters },
        { new Details { Description = "x", Tags = [""] }, RejectionCode.TagEmpty },
        { new Details { Description = "x", Tags = [new string('t', 51)] }, RejectionCode.TooLong },
        { new Details { Description = "x", Tags = ["a\0"] }, RejectionCode.ControlCharacters },
        { new Details { Description = "x", Tags = [.. Enumerable.Range(0, 21).Select(i => $"t{i}")] }, RejectionCode.TooManyTags },
    };

    [Fact]
    public void ATimeInTheFuture_IsRefusedByItsName()
    {
        var entry = desk.Accept(Add("Plan", -30, -20)).Id;
        var (later, before) = (Desk.Morning.AddMinutes(5), Desk.Morning.AddMinutes(-25));
        (Command Command, string Name)[] commands =
        [
            (Add("Call", 1, 2), "start"),
            (Add("Call", -5, 1), "end"),
            (new Command.Edit(entry, new Details(), later), "start"),
            (new Command.Edit(entry, new Details(), null, later), "end"),
            (new Command.ReportAway(entry, later, later), "start"),
            (new Command.ReportAway(entry, before, later), "end"),
        ];
        Assert.All(commands, each => Assert.Contains(
            $"The {each.Name}, ", desk.Refuse(each.Command).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Edit_WithTheSameInstant_KeepsTheZoneItWasMadeIn()
    {
        var before = Assert.IsType<EntrySpan.Closed>(desk.Accept(Add("Plan", -30, -20)).Span);
        desk.Clock.Zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        var start = before.Start.ToDateTimeOffset();
        var after = desk.Accept(new Command.Edit(desk.Last.Id, new Details(), start, Desk.Morning.AddMinutes(-25)));
        Assert.Equal(before.Start, after.Span.Start);
        Assert.Equal("America/New_York", Assert.IsType<EntrySpan.Closed>(after.Span).End.ZoneId);

        var end = Assert.IsType<EntrySpan.Closed>(after.Span).End;
        desk.Clock.Zone = TimeZoneInfo.Utc;
        after = desk.Accept(new Command.Edit(
            desk.Last.Id, new Details(), Desk.Morning.AddMinutes(-40), end.ToDateTimeOffset()));
        Assert.Equal((end, "UTC"), (Assert.IsType<EntrySpan.Closed>(after.Span).End, after.Span.Start.ZoneId));
    }

    [Fact]
    public void Edit_WithAProjectThatIsNew_MakesIt()
    {
        var entry = desk.Accept(Add("Plan", -30, -20));
        Assert.IsType<Decision.Accepted>(
            desk.Ledger.Execute(new Command.Edit(entry.Id, new Details { Project = "Acme" })));
        Assert.Equal(Assert.Single(desk.Ledger.Projects).Id, desk.Last.Project);
    }

    [Fact]
    [Trait("Invariant", "INV-05")]
    public void AnEntryMayEndWhereItStarts_AndBeAwayForNoTimeAtAll_IsRefused()
    {
        var entry = desk.Accept(Add("Plan", -30, -30));
        Assert.Equal(TimeSpan.Zero, desk.LastClosed.Duration);
        desk.Accept(new Command.Edit(entry.Id, new Details(), null, Desk.Morning.AddMinutes(-20)));
        var at = Desk.Morning.AddMinutes(-25);
        Assert.Equal(
            RejectionCode.GapOutsideEntry, desk.Refuse(new Command.ReportAway(entry.Id, at, at)).Code);
    }

    private static Command.Add Add(string description, double fromMinutes, double toMinutes) => new(
        new Details { Description = description },
        Desk.Morning.AddMinutes(fromMinutes),
        Desk.Morning.AddMinutes(toMinutes));
}
