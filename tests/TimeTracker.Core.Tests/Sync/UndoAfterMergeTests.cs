using TimeTracker.Core.Sync;
using TimeTracker.Domain;

namespace TimeTracker.Core.Tests.Sync;

/// <summary>Undo and answers to conflicts after a merge are done, or refused by name; previews say the same.</summary>
[Trait("Invariant", "INV-29")]
public sealed class UndoAfterMergeTests : TwoReplicas
{
    /// <summary>The laptop's timer ends where the phone's began, and the laptop moves that start back.</summary>
    [Fact]
    public void Undo_OfAnEditThatTrimmedWhatAnotherStartEnded_IsRefusedByName()
    {
        Laptop.Bench.Do(Bench.Start("Plan"));
        foreach (var replica in new[] { Laptop, Phone })
        {
            replica.Bench.Clock.Work(TimeSpan.FromHours(1));
        }

        Phone.Bench.Do(Bench.Start("Call"));
        Quiet();
        Laptop.Bench.Clock.Work(TimeSpan.FromMinutes(5));
        var call = Laptop.Bench.Tracker.CurrentEntry()!.Entry.Id;
        Laptop.Bench.Do(new Command.Edit(call, new Details(), From: Laptop.Bench.Clock.Utc - TimeSpan.FromMinutes(40))
        {
            Adjust = Adjustment.Trim,
        });

        Refused("opened another entry");
    }

    [Fact]
    public void Undo_OfAStopWhoseRemovalLost_WhileAnotherEntryRuns_IsRefusedByName()
    {
        Phone.Bench.Do(Bench.Start("Plan"));
        Quiet();
        var plan = Phone.Bench.Tracker.CurrentEntry()!.Entry.Id;
        Laptop.Bench.Do(Bench.Stop());
        Phone.Bench.Do(new Command.Remove(plan));
        Quiet();
        Phone.Bench.Do(Bench.Start("Read"));
        Quiet();

        Refused("opened another entry");
    }

    [Fact]
    public void Undo_OfTheRemovalOfWhatAnotherStartEnded_BringsItBackWithThatEnd()
    {
        Laptop.Bench.Do(Bench.Start("Plan"));
        Phone.Bench.Clock.Work(TimeSpan.FromMinutes(30));
        Phone.Bench.Do(Bench.Start("Call"));
        Quiet();
        Phone.Bench.Do(Bench.Stop());
        Quiet();
        var before = Laptop.Bench.All()[0].Entry;
        Laptop.Bench.Do(new Command.Remove(before.Id));

        Laptop.Bench.Do(new Command.Undo());
        Assert.Equal(before, Laptop.Bench.All()[0].Entry);
        Quiet();

        Assert.Equal(before, Phone.Bench.All()[0].Entry);
        Assert.Equal(TimerState.Idle.Value, Phone.Bench.Tracker.Timer().State);
        Assert.Equal(Laptop.State(), Phone.State());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void WhereTheRemovalIsSettled_NothingIsListedThatHasNoAnswer(bool removed)
    {
        Laptop.Bench.Do(Bench.Start("Plan"));
        Phone.Bench.Clock.Work(TimeSpan.FromMinutes(30));
        Phone.Bench.Do(Bench.Start("Call"));
        Quiet();
        var plan = Laptop.Bench.All()[0].Entry.Id;
        Laptop.Bench.Do(new Command.Remove(plan));
        Phone.Bench.Do(new Command.Edit(plan, new Details { Billable = true }));
        Quiet();

        var removal = Laptop.Bench.Tracker.Sync.Conflicts().Single(view => view.Conflict.Field == PatchFields.Removed);
        Laptop.Bench.Do(new Command.SettleConflict(removal.Conflict, KeepLoser: removed));
        Assert.All(Laptop.Bench.Tracker.Sync.Conflicts(), Answered);
        Quiet();
        Assert.Equal(Laptop.State(), Phone.State());
        Assert.All(Phone.Bench.Tracker.Sync.Conflicts(), Answered);

        void Answered(ConflictView view) => Assert.IsNotType<CommandResult.NothingToDo>(
            Laptop.Bench.Tracker.Execute(new Command.SettleConflict(view.Conflict, KeepLoser: false)));
    }

    [Fact]
    public void OfTwoEqualRemovalsOfAProject_OneOfThemTakenBack_TheOtherIsAConflict()
    {
        Laptop.Bench.Do(new Command.Add(new Details { Description = "Plan", Project = "Acme" }, Bench.Monday(9), Bench.Monday(10)));
        Quiet();
        var plan = Laptop.Bench.All()[0].Entry.Id;
        Laptop.Bench.Do(new Command.Edit(plan, new Details { Project = string.Empty }));
        Phone.Bench.Clock.Work(TimeSpan.FromMinutes(1));
        Phone.Bench.Do(new Command.Edit(plan, new Details { Project = string.Empty }));
        Phone.Bench.Do(new Command.Undo());
        Quiet();

        Assert.Equal(Laptop.State(), Phone.State());
        var conflict = Assert.Single(Phone.Bench.Tracker.Sync.Conflicts());
        Assert.Equal((PatchFields.Project, "no project"), (conflict.Conflict.Field, conflict.Other));
    }

    private void Refused(string why)
    {
        var preview = Assert.IsType<CommandPreview.Rejected>(Laptop.Bench.Tracker.Preview(new Command.Undo()));
        var result = Assert.IsType<CommandResult.Rejected>(Laptop.Bench.Tracker.Execute(new Command.Undo()));
        Assert.Equal(RejectionCode.CannotUndo, result.Rejection.Code);
        Assert.Contains(why, result.Rejection.Message, StringComparison.Ordinal);
        Assert.Equal(result.Rejection, preview.Rejection);
    }
}
