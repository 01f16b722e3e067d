using CsCheck;
using TimeTracker.Domain.TestKit;

namespace TimeTracker.Domain.Tests.Deciding;

public sealed class RedoDeciderTests
{
    private const int Sequences = 300;
    private const int CommandsMax = 50;

    private static readonly Gen<(Action<FakeClock> Event, Func<IReadOnlyList<EntryId>, DateTimeOffset, Command> Command)[]>
        Days = Gen.Select(CommandGen.ClockEvent, CommandGen.Command).Array[1, CommandsMax];

    private readonly Desk desk = new();

    [Fact]
    public void Redo_WithoutAnUndo_IsRefused()
    {
        Assert.Equal(RejectionCode.NothingToRedo, desk.Refuse(new Command.Redo()).Code);
        desk.Accept(Desk.Start("Plan"));
        Assert.Equal(RejectionCode.NothingToRedo, desk.Refuse(new Command.Redo()).Code);
    }

    [Fact]
    public void Redo_AfterANewerCommand_IsRefused()
    {
        desk.Accept(Desk.Start("Plan"));
        desk.Accept(new Command.Undo());
        desk.Accept(Desk.Start("Call"));
        Assert.Equal(RejectionCode.NothingToRedo, desk.Refuse(new Command.Redo()).Code);
    }

    [Fact]
    public void Redo_OfAnUndoBeforeANewerCommandThatWasTakenBack_StopsAtThatCommand()
    {
        desk.Accept(Desk.Start("Plan"));
        desk.Accept(new Command.Undo());
        desk.Accept(Desk.Start("Call"));
        desk.Accept(new Command.Undo());
        desk.Accept(new Command.Redo());

        Assert.Equal("Call", Assert.Single(desk.Ledger.Live).Description.Value);
        Assert.Equal(RejectionCode.NothingToRedo, desk.Refuse(new Command.Redo()).Code);
    }

    [Fact]
    [Trait("Invariant", "INV-17")]
    public void UndoAndRedo_OfStart_LeaveTheEntryRunningAsIfNothingHadBeen()
    {
        desk.Accept(Desk.Start("Plan"));
        desk.Work(10);
        desk.Accept(new Command.Undo());
        desk.Work(5);
        desk.Clock.StepWallClock(TimeSpan.FromHours(-3));
        desk.Accept(new Command.Redo());
        desk.Work(5);
        desk.Accept(Desk.Stop());

        Assert.Equal(TimeSpan.FromMinutes(20), desk.LastClosed.Duration);
    }

    [Fact]
    [Trait("Invariant", "INV-17")]
    public void UndoAndRedo_OfAnEditedStart_CountFromTheEditedStart()
    {
        var entry = desk.Accept(Desk.Start("Plan"));
        desk.Work(10);
        desk.Accept(new Command.Edit(entry.Id, new Details(), From: Desk.Morning.AddMinutes(-5)));
        desk.Accept(new Command.Undo());
        desk.Work(5);
        desk.Accept(new Command.Redo());
        desk.Clock.StepWallClock(TimeSpan.FromHours(3));
        desk.Work(5);
        desk.Accept(Desk.Stop());

        Assert.Equal(TimeSpan.FromMinutes(25), desk.LastClosed.Duration);
    }

    [Fact]
    public void UndoRedoUndo_OfSwitch_IsAsIfItHadBeenTakenBackOnce()
    {
        var plan = desk.Accept(Desk.Start("Plan"));
        desk.Work(10);
        desk.Accept(Desk.Switch("Call"));
        desk.Accept(new Command.Undo());
        desk.Accept(new Command.Redo());
        Assert.Equal("Call", Assert.IsType<TimerState.Running>(desk.Ledger.Timer).Entry.Description.Value);
        desk.Accept(new Command.Undo());
        Assert.Equal(plan.Id, Assert.IsType<TimerState.Running>(desk.Ledger.Timer).Entry.Id);
        Assert.Single(desk.Ledger.Live);
    }

    [Fact]
    public void Rename_IsTakenBackAndDoneAgain()
    {
        desk.Accept(Desk.Start("Plan", "Acme"));
        desk.Accept(new Command.Stop(When.Now.Value));
        Assert.IsType<Decision.Accepted>(desk.Ledger.Execute(new Command.RenameProject("acme", "Apex")));
        Assert.Equal("Apex", Assert.Single(desk.Ledger.Projects).Name.Value);
        desk.Ledger.Execute(new Command.Undo());
        Assert.Equal("Acme", Assert.Single(desk.Ledger.Projects).Name.Value);
        desk.Ledger.Execute(new Command.Redo());
        Assert.Equal("Apex", Assert.Single(desk.Ledger.Projects).Name.Value);
    }

    [Fact]
    public void UndoingAllAndRedoingAll_GivesTheStateBeforeAndTheStateAfter_AndTheLedgerOnlyGrows() => Days.Sample(
        day =>
        {
            var one = new Desk();
            one.Accept(Desk.Start("First", "Acme"));
            foreach (var (happens, make) in day)
            {
                happens(one.Clock);
                one.Ledger.Execute(make([.. one.Ledger.Entries.Select(entry => entry.Id)], one.Clock.Utc));
            }

            var (after, rows) = (Shown(one), one.Ledger.Operations.ToList());
            var undone = 0;
            while (one.Ledger.Execute(new Command.Undo()) is Decision.Accepted)
            {
                undone++;
            }

            Assert.Empty(one.Ledger.Live);
            Assert.All(one.Ledger.Projects, project => Assert.True(project.Removed));
            for (var i = 0; i < undone; i++)
            {
                Assert.IsType<Decision.Accepted>(one.Ledger.Execute(new Command.Redo()));
            }

            Assert.Equal(after, Shown(one));
            Assert.Equal(rows, one.Ledger.Operations.Take(rows.Count));

            // And once more: what was redone can be taken back like anything else.
            for (var i = 0; i < undone; i++)
            {
                Assert.IsType<Decision.Accepted>(one.Ledger.Execute(new Command.Undo()));
            }

            return one.Ledger.Live.Count == 0;
        },
        iter: Samples.UpTo(Sequences));

    /// <summary>
    /// All that counts, the running entry's time included; where it is counted from may move. After a reboot that time
    /// is an estimate from the last checkpoint of the entry, which a store forgets once another entry runs.
    /// </summary>
    private static List<string> Shown(Desk desk) =>
    [
        .. desk.Ledger.Live.Select(entry => $"{entry with
        {
            Span = entry.Span is EntrySpan.Open open ? new EntrySpan.Open(open.Start, open.Start.Instant) : entry.Span,
        }}"),
        .. desk.Ledger.Projects.Where(project => !project.Removed).Select(project => $"{project}"),
        desk.Ledger.Timer is TimerState.Running running
            ? running.EndAt(desk.Clock.Reading, desk.Ledger.Checkpoint) is (var end, Certainty.Certain) ? $"{end}" : "estimated"
            : $"{desk.Ledger.Timer.GetType()}",
    ];
}
