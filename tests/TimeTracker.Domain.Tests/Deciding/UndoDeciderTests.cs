using System.Collections.Frozen;
using TimeTracker.Domain.TestKit;

namespace TimeTracker.Domain.Tests;

public sealed class UndoDeciderTests
{
    private readonly Desk desk = new();

    [Fact]
    public void Undo_WithoutACommand_IsRefused() =>
        Assert.Equal(RejectionCode.NothingToUndo, desk.Refuse(new Command.Undo()).Code);

    [Fact]
    public void Undo_OfTheCommandThatIsTheLatest_TakesItBack()
    {
        var entry = desk.Accept(Desk.Start("Plan"));
        desk.Accept(new Command.Undo(MadeBy(entry)));
        Assert.Empty(desk.Ledger.Live);
    }

    [Fact]
    public void ALateUndo_TakesBackNothingThatWasNotSeen()
    {
        var plan = desk.Accept(Desk.Start("Plan"));
        var late = new Command.Undo(MadeBy(plan));
        desk.Accept(Desk.Stop());
        Assert.Equal(RejectionCode.CannotUndo, desk.Refuse(late).Code);

        desk.Accept(new Command.Undo());
        desk.Accept(new Command.Undo());
        Assert.Equal(RejectionCode.NothingToUndo, desk.Refuse(late).Code);
    }

    [Fact]
    public void Undo_OfAChosenCommand_LeavesWhatCameAfter()
    {
        var plan = desk.Accept(Desk.Start("Plan"));
        desk.Accept(Desk.Stop());
        desk.Work(10);
        desk.Accept(Desk.Start("Call"));
        desk.Accept(new Command.Undo(MadeBy(desk.Ledger.Live[^1]), Chosen: true));
        Assert.Equal(plan.Id, Assert.Single(desk.Ledger.Live).Id);
    }

    [Fact]
    public void Undo_OfAChosenCommand_WhereALaterOneTouchedTheSame_IsRefusedAndNamesThat()
    {
        var plan = desk.Accept(Desk.Start("Plan"));
        desk.Accept(new Command.Edit(plan.Id, new Details { Description = "Plan B" }));
        var blocker = desk.Ledger.Operations[^1].Id.Command;
        desk.Work(10);
        var rejection = desk.Refuse(new Command.Undo(MadeBy(plan), Chosen: true));
        Assert.Equal((RejectionCode.CannotUndo, blocker), (rejection.Code, rejection.Blocker!.Value));
    }

    [Fact]
    public void Undo_OfAChosenCommand_Twice_IsRefused()
    {
        var plan = desk.Accept(Desk.Start("Plan"));
        var chosen = new Command.Undo(MadeBy(plan), Chosen: true);
        desk.Accept(chosen);
        Assert.Equal(RejectionCode.CannotUndo, desk.Refuse(chosen).Code);
    }

    [Fact]
    public void Undo_OfStart_RemovesTheEntryAndTheProjectItMade()
    {
        desk.Accept(Desk.Start("Plan", "Acme"));
        desk.Accept(new Command.Undo());

        Assert.Empty(desk.Ledger.Live);
        Assert.True(Assert.Single(desk.Ledger.Projects).Removed);
    }

    [Fact]
    public void AProjectWhoseMakingWasTakenBack_ComesBackWithItsNextEntry()
    {
        desk.Accept(Desk.Start("Plan", "Acme"));
        desk.Accept(new Command.Undo());
        desk.Accept(Desk.Start("Plan", "Acme"));

        Assert.False(Assert.Single(desk.Ledger.Projects).Removed);
    }

    [Fact]
    [Trait("Invariant", "INV-17")]
    public void Undo_OfStop_LetsTheEntryRunAsIfItHadNeverStopped()
    {
        desk.Accept(Desk.Start("Plan"));
        desk.Work(10);
        desk.Accept(Desk.Stop());
        desk.Work(5);
        desk.Clock.StepWallClock(TimeSpan.FromHours(3));
        desk.Accept(new Command.Undo());
        desk.Work(5);
        desk.Accept(Desk.Stop());

        Assert.Equal(TimeSpan.FromMinutes(20), desk.LastClosed.Duration);
    }

    [Fact]
    [Trait("Invariant", "INV-18")]
    public void Undo_OfStopAfterSleep_AsksAboutTheSleep()
    {
        var entry = desk.Accept(Desk.Start("Plan"));
        desk.Work(10);
        desk.Accept(Desk.Stop());
        desk.Clock.Sleep(TimeSpan.FromHours(8));
        desk.Work(1);
        desk.Accept(new Command.Undo());

        var gap = Assert.Single(desk.Ledger.GapsOf(entry.Id));
        Assert.Equal((GapKind.Suspend, true, TimeSpan.FromHours(8)), (gap.Kind, gap.IsOpen, gap.Range.Duration));
        desk.Ledger.Execute(new Command.Redo());
        Assert.True(Assert.Single(desk.Ledger.GapsOf(entry.Id)).Removed);
    }

    [Fact]
    public void Undo_OfStopAcrossAReboot_IsEstimated()
    {
        desk.Accept(Desk.Start("Plan"));
        desk.Work(10);
        desk.Accept(Desk.Stop());
        desk.Clock.Reboot(TimeSpan.FromMinutes(5));
        desk.Accept(new Command.Undo());
        desk.Work(5);
        desk.Accept(Desk.Stop());

        Assert.Equal(TimeSpan.FromMinutes(20), desk.LastClosed.Duration);
        Assert.Equal(Certainty.Estimated, desk.LastClosed.Certainty);
    }

    [Fact]
    public void Undo_OfSwitch_TakesBackBothHalves()
    {
        var first = desk.Accept(Desk.Start("Plan"));
        desk.Work(10);
        desk.Accept(Desk.Switch("Call"));
        desk.Accept(new Command.Undo());

        Assert.Equal(first.Id, Assert.IsType<TimerState.Running>(desk.Ledger.Timer).Entry.Id);
        Assert.Single(desk.Ledger.Live);
    }

    [Fact]
    public void Undo_OfEdit_RestoresJustTheFieldsThatItSet()
    {
        var entry = desk.Accept(Desk.Start("Plan", "Acme"));
        desk.Accept(new Command.Edit(entry.Id, new Details { Description = "Plan B", Project = "Home", Tags = ["x"] }));
        desk.Accept(new Command.Undo());

        Assert.Equal(entry, desk.Ledger.FindEntry(entry.Id));
    }

    [Fact]
    public void Undo_OfRemoveAndCancel_BringsTheEntryBack()
    {
        var entry = desk.Accept(Desk.Start("Plan"));
        desk.Accept(new Command.Cancel());
        desk.Accept(new Command.Undo());
        Assert.True(desk.Ledger.FindEntry(entry.Id)!.IsRunning);

        desk.Accept(new Command.Remove(entry.Id));
        desk.Accept(new Command.Undo());
        Assert.Equal(entry, desk.Ledger.FindEntry(entry.Id));
    }

    [Fact]
    public void Undo_OfSuspendAndResume_RestoresTheTimer()
    {
        var entry = desk.Accept(Desk.Start("Plan"));
        desk.Accept(new Command.Suspend(When.Now.Value));
        desk.Accept(new Command.Resume(When.Now.Value));
        desk.Accept(new Command.Undo());
        Assert.Equal(entry.Id, Assert.IsType<TimerState.Paused>(desk.Ledger.Timer).Entry.Id);
        desk.Accept(new Command.Undo());
        Assert.Equal(entry.Id, Assert.IsType<TimerState.Running>(desk.Ledger.Timer).Entry.Id);
    }

    [Fact]
    public void Undo_Again_StepsFurtherBack()
    {
        desk.Accept(Desk.Start("Plan"));
        desk.Accept(Desk.Switch("Call"));
        desk.Accept(Desk.Switch("Review"));
        desk.Accept(new Command.Undo());
        desk.Accept(new Command.Undo());
        desk.Accept(new Command.Undo());

        Assert.Empty(desk.Ledger.Live);
        Assert.Equal(RejectionCode.NothingToUndo, desk.Refuse(new Command.Undo()).Code);
    }

    [Fact]
    public void Undo_WhereALaterOperationSetTheSameField_IsRefusedAndNamesIt()
    {
        var entry = desk.Accept(Desk.Start("Plan"));
        desk.Accept(new Command.Edit(entry.Id, new Details { Description = "Plan B" }));
        var pulled = Pulled(desk.Ledger, new OperationBody.OfEntry(entry.Id, new() { Description = Described("Plan C") }));

        var rejection = Rejected(pulled);
        Assert.Equal(RejectionCode.CannotUndo, rejection.Code);
        Assert.Contains(
            $"{pulled.Foreign.Command} changed the same entry", rejection.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Undo_WhereALaterOperationSetAnotherField_IsAccepted()
    {
        var entry = desk.Accept(Desk.Start("Plan"));
        desk.Accept(new Command.Edit(entry.Id, new Details { Description = "Plan B" }));
        var pulled = Pulled(desk.Ledger, new OperationBody.OfEntry(entry.Id, new() { Billable = Field.Set(true) }));

        Assert.IsType<Decision.Accepted>(Decide(pulled));
    }

    [Fact]
    public void Undo_OfAProjectsNameThatAnotherDeviceChangedSince_IsRefusedAndNamesIt()
    {
        desk.Accept(Desk.Start("Plan", "Acme"));
        desk.Ledger.Execute(new Command.RenameProject("Acme", "Home"));
        var pulled = Pulled(desk.Ledger, new OperationBody.OfProject(
            Assert.Single(desk.Ledger.Projects).Id, new() { Name = Field.Set(ProjectName.Parse("Work")) }));

        Assert.Contains(
            $"{pulled.Foreign.Command} changed the same project", Rejected(pulled).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Undo_OfTheMakingOfAProjectThatAnotherDeviceUsesByNow_LeavesTheProject()
    {
        var entry = desk.Accept(Desk.Start("Plan"));
        desk.Accept(new Command.Edit(entry.Id, new Details { Project = "Acme" }));
        var project = Assert.Single(desk.Ledger.Projects);
        var pulled = Pulled(desk.Ledger, new OperationBody.OfProject(project.Id, new() { Name = Field.Set(project.Name) }));

        var accepted = Assert.IsType<Decision.Accepted>(Decide(pulled));
        Assert.IsType<OperationBody.OfEntry>(Assert.Single(accepted.Operations));
    }

    [Fact]
    public void Undo_OfAnAnswerThatAnotherDeviceGaveAnewSince_IsRefusedAndNamesIt()
    {
        var entry = desk.Accept(Desk.Start("Plan"));
        desk.Work(30);
        desk.Ledger.Execute(new Command.ReportAway(entry.Id, Desk.Morning.AddMinutes(10), Desk.Morning.AddMinutes(20)));
        var gap = Assert.Single(desk.Ledger.Gaps);
        desk.Ledger.Execute(new Command.Resolve(gap.Id, new Resolution.Keep()));
        var pulled = Pulled(desk.Ledger, new OperationBody.OfGap(
            gap.Id, new() { Answer = Field.Set<GapAnswer?>(new(AnswerKind.Discard)) }));

        Assert.Contains(
            $"{pulled.Foreign.Command} answered the same question", Rejected(pulled).Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Invariant", "INV-04")]
    public void Undo_OfStopWhereAnotherDeviceHasOpenedAnEntry_IsRefused()
    {
        var entry = desk.Accept(Desk.Start("Plan"));
        desk.Work(10);
        desk.Accept(Desk.Stop());
        var opened = new EntrySpan.Open(entry.Span.Start, entry.Span.Start.Instant);
        var foreign = desk.Ledger.NextId().Operation(1);
        var other = entry with { Id = new EntryId(foreign.Value), Span = opened };
        var state = new PulledState(desk.Ledger, foreign, [], new TimerState.Running(other, opened, desk.Clock.Reading));

        var rejection = Rejected(state);
        Assert.Equal(RejectionCode.CannotUndo, rejection.Code);
        Assert.Contains($"{foreign.Command} opened another entry", rejection.Message, StringComparison.Ordinal);
    }

    private static CommandId MadeBy(Entry entry) => OperationId.FromMinted(entry.Id.Value).Command;

    private static Field<Description> Described(string text)
    {
        Assert.True(Description.TryParse(text, out var description, out _));
        return Field.Set(description);
    }

    private PulledState Pulled(InMemoryLedger ledger, OperationBody body)
    {
        var foreign = ledger.NextId().Operation(1);
        var operation = new Operation(foreign, body, desk.Clock.Reading);
        return new(ledger, foreign, [operation], ledger.Timer);
    }

    private Decision Decide(IState state) =>
        Decider.Decide(state, desk.Ledger.NextId(), new Command.Undo(), desk.Clock.Moment);

    private Rejection Rejected(IState state) => Assert.IsType<Decision.Rejected>(Decide(state)).Rejection;

    /// <summary>A ledger that has pulled another device's operations since.</summary>
    private sealed class PulledState(
        InMemoryLedger ledger, OperationId foreign, IReadOnlyList<Operation> pulled, TimerState timer) : IState
    {
        public OperationId Foreign => foreign;

        public TimerState Timer => timer;

        public Checkpoint? Checkpoint => ledger.Checkpoint;

        public Entry? LastEntry => ledger.LastEntry;

        public OperationBody? FindOperation(OperationId id) => ledger.FindOperation(id);

        public bool HasConflict(Conflict conflict) => ledger.HasConflict(conflict);

        public UndoStep? LatestUndoable => ledger.LatestUndoable is { } step
            ? step with
            {
                Histories = [.. step.Histories.Select(history => new EntityHistory(
                    [.. history.Operations, .. pulled], FrozenSet<CommandId>.Empty))],
            }
            : null;

        public GapPolicy Policy => GapPolicy.Default;

        public Gap? FindGap(GapId id) => null;

        public IReadOnlyList<Gap> GapsOf(EntryId entry) => [];

        public UndoStep? FindUndoable(CommandId id) => ledger.FindUndoable(id);

        public UndoStep? LatestRedoable => ledger.LatestRedoable;

        public IReadOnlyList<Project> FindProjects(ProjectName name) => ledger.FindProjects(name);

        public IReadOnlyList<Entry> FindOverlaps(Instant from, Instant to, EntryId? except) =>
            ledger.FindOverlaps(from, to, except);

        public Entry? FindEntry(EntryId id) => ledger.FindEntry(id);

        public Project? FindProject(ProjectName name) => ledger.FindProject(name);

        public Entry? FindOverlap(Instant from, Instant to, EntryId? except) => ledger.FindOverlap(from, to, except);
    }
}
