namespace TimeTracker.Domain.Tests.Deciding;

/// <summary>A person's choice between two values, and what was said once being said again.</summary>
[Trait("Invariant", "INV-29")]
public sealed class ConflictDeciderTests
{
    private readonly Desk desk = new();
    private readonly EntryId entry;

    public ConflictDeciderTests()
    {
        entry = desk.Accept(Desk.Start("Plan")).Id;
        desk.Work(10);
        desk.Accept(Desk.Stop());
        desk.Accept(new Command.Edit(entry, new Details { Description = "Call", Billable = true }));
        desk.Accept(new Command.Edit(entry, new Details { Description = "Write" }));
    }

    private OperationId Made => desk.Ledger.Operations[0].Id;

    private OperationId Called => desk.Ledger.Operations[2].Id;

    private OperationId Wrote => desk.Ledger.Operations[3].Id;

    [Theory]
    [InlineData(true, "Call")]
    [InlineData(false, "Write")]
    public void TheChosenValue_IsSet_AndNoOtherField(bool keepLoser, string expected)
    {
        desk.Accept(new Command.Edit(entry, new Details { Description = "Shown", Billable = false }));
        var shown = desk.Accept(Conflict(PatchFields.Description, Wrote, Called, keepLoser));
        Assert.Equal((expected, false), (shown.Description.Value, shown.Billable));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void OfARemoval_TheEntryIsRemovedOrStays(bool keepLoser)
    {
        desk.Accept(new Command.Remove(entry));
        var removal = desk.Ledger.Operations[^1].Id;
        desk.Accept(Conflict(PatchFields.Removed, Wrote, removal, keepLoser));
        Assert.Equal(!keepLoser, desk.Ledger.FindEntry(entry)!.IsLive);
    }

    [Fact]
    public void AnEntryThatAnotherStartEnded_GoesOn_Estimated()
    {
        desk.Work(5);
        var shown = desk.Accept(Conflict(PatchFields.RunsOn, Wrote, Made, keepLoser: true));
        Assert.Equal(
            new EntrySpan.Open(shown.Span.Start, Instant.Nearest(desk.Clock.Utc), Certainty.Estimated), shown.Span);
        Assert.Equal(Desk.Morning, shown.Span.Start.ToDateTimeOffset());
    }

    [Fact]
    public void WithTheWallClockSetBack_ItGoesOnFromItsStart()
    {
        desk.Clock.StepWallClock(TimeSpan.FromHours(-3));
        var shown = desk.Accept(Conflict(PatchFields.RunsOn, Wrote, Made, keepLoser: true));
        Assert.Equal(shown.Span.Start.Instant, Assert.IsType<EntrySpan.Open>(shown.Span).AsOf);
    }

    [Fact]
    public void AnEntryThatAnotherStartEnded_EndsThere()
    {
        var before = desk.Last.Span;
        Assert.Equal(before, desk.Accept(Conflict(PatchFields.RunsOn, Wrote, Made, keepLoser: false)).Span);
    }

    [Fact]
    public void WhileAnotherRuns_ItCannotGoOn()
    {
        desk.Accept(Desk.Start("Other"));
        var command = Conflict(PatchFields.RunsOn, Wrote, Made, keepLoser: true);
        Assert.Equal(RejectionCode.AlreadyRunning, desk.Refuse(command).Code);
        desk.Accept(command with { KeepLoser = false });
    }

    [Fact]
    public void WhatRunsOrIsRemoved_WasAnswered()
    {
        var command = Conflict(PatchFields.RunsOn, Wrote, Made, keepLoser: true);
        desk.Accept(command);
        Assert.Equal(NothingToDoReason.AlreadyAnswered, desk.Nothing(command));

        desk.Accept(Desk.Stop());
        desk.Accept(new Command.Remove(entry));
        Assert.Equal(NothingToDoReason.AlreadyAnswered, desk.Nothing(command));
    }

    [Fact]
    public void AConflictThatIsNoneAnyMore_WasAnswered()
    {
        var unknown = OperationId.FromMinted(new Guid("018f0000-0000-7000-8000-0000000000ff"));
        Command[] commands =
        [
            new Command.SettleConflict(new(PatchFields.Description, Wrote, Called), KeepLoser: true),
            Conflict(PatchFields.Description, unknown, Called, keepLoser: true),
            Conflict(PatchFields.Description, Wrote, unknown, keepLoser: false),
        ];
        desk.Ledger.Conflicts.Remove(new(PatchFields.Description, Wrote, Called));
        Assert.All(commands, command => Assert.Equal(NothingToDoReason.AlreadyAnswered, desk.Nothing(command)));
    }

    [Fact]
    public void WhatIsSaidAgain_Stands() =>
        Assert.Equal("Call", desk.Accept(new Command.Repeat(Called)).Description.Value);

    [Fact]
    public void AnEntryThatIsSaidAgainToRun_DoesNot_WhileAnotherRuns()
    {
        var other = desk.Accept(Desk.Start("Other"));
        Assert.Equal(RejectionCode.AlreadyRunning, desk.Refuse(new Command.Repeat(Made)).Code);
        desk.Accept(new Command.Repeat(desk.Ledger.Operations[^1].Id));
        Assert.Equal(other.Id, desk.Last.Id);
    }

    [Fact]
    public void WhatNobodySaid_CannotBeSaidAgain() => Assert.Equal(
        NothingToDoReason.AlreadyKnown,
        desk.Nothing(new Command.Repeat(OperationId.FromMinted(new Guid("018f0000-0000-7000-8000-0000000000ff")))));

    private Command.SettleConflict Conflict(PatchFields field, OperationId winner, OperationId loser, bool keepLoser)
    {
        var conflict = new Conflict(field, winner, loser);
        desk.Ledger.Conflicts.Add(conflict);
        return new(conflict, keepLoser);
    }
}
