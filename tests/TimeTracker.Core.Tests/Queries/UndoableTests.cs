using TimeTracker.Domain;

namespace TimeTracker.Core.Tests.Queries;

/// <summary>What an undo and a redo would take back.</summary>
public sealed class UndoableTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void ANewStore_HasNothingToTakeBack()
    {
        Assert.Null(_bench.Tracker.LatestUndoable());
        Assert.Null(_bench.Tracker.LatestRedoable());
    }

    [Fact]
    public void TheLatestCommand_IsTold_WithWhenAndWhatItChanged()
    {
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.Work(TimeSpan.FromMicroseconds(301_000_007));
        var id = _bench.Do(new Command.Switch(new Details { Description = "Call" }, When.Now.Value)).Id;

        var undoable = _bench.Tracker.LatestUndoable()!;

        Assert.Equal((id, CommandVerb.Switch, _bench.Clock.Utc), (undoable.Id, undoable.Verb, undoable.At));
        Assert.Equal(TimeSpan.Zero, undoable.At.Offset);
        Assert.Equal(["Plan", "Call"], undoable.Descriptions);
        Assert.Null(_bench.Tracker.LatestRedoable());
    }

    [Fact]
    public void Entries_AreDescribedAsTheyAreNow()
    {
        var id = _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1));
        _bench.Do(new Command.Edit(id, new Details { Description = "Plan B" }));
        Assert.Equal(["Plan B"], _bench.Tracker.LatestUndoable()!.Descriptions);
        _bench.Do(new Command.Undo());
        Assert.Equal(["Plan"], _bench.Tracker.LatestUndoable()!.Descriptions);
    }

    [Fact]
    public void ACommandOnAProject_ChangedNoEntry()
    {
        _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1), "Acme");
        _bench.Do(new Command.RenameProject("Acme", "Apex"));
        var undoable = _bench.Tracker.LatestUndoable()!;
        Assert.Equal(CommandVerb.RenameProject, undoable.Verb);
        Assert.Empty(undoable.Descriptions);
    }

    [Fact]
    public void AnUndo_LeavesTheOneBefore_AndCanBeTakenBackItself()
    {
        var first = _bench.Do(Bench.Start("Plan")).Id;
        _bench.Do(Bench.Stop());
        _bench.Clock.Work(TimeSpan.FromMinutes(2));
        var undo = _bench.Do(new Command.Undo()).Id;

        Assert.Equal(first, _bench.Tracker.LatestUndoable()!.Id);
        var redoable = _bench.Tracker.LatestRedoable()!;
        Assert.Equal((undo, CommandVerb.Undo, _bench.Clock.Utc), (redoable.Id, redoable.Verb, redoable.At));
    }

    [Fact]
    public void ARedo_BringsBackWhatWasUndoable_AndLeavesTheUndoBefore()
    {
        _bench.Do(Bench.Start("Plan"));
        var stop = _bench.Do(Bench.Stop()).Id;
        var undo = _bench.Do(new Command.Undo()).Id;
        _bench.Do(new Command.Undo());
        Assert.Null(_bench.Tracker.LatestUndoable());

        _bench.Do(new Command.Redo());
        Assert.Equal(undo, _bench.Tracker.LatestRedoable()!.Id);
        _bench.Do(new Command.Redo());
        Assert.Equal(stop, _bench.Tracker.LatestUndoable()!.Id);
        Assert.Null(_bench.Tracker.LatestRedoable());
    }

    [Fact]
    public void AnOrdinaryCommand_LeavesNoUndoToTakeBack()
    {
        _bench.Do(Bench.Start("Plan"));
        _bench.Do(new Command.Undo());
        var call = _bench.Do(Bench.Start("Call")).Id;
        Assert.Null(_bench.Tracker.LatestRedoable());
        Assert.Equal(call, _bench.Tracker.LatestUndoable()!.Id);
    }

    [Fact]
    public void WhatAsksAQuestion_IsNotTakenBack()
    {
        var id = _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1));
        _bench.Do(new Command.ReportAway(id, Bench.Monday(9, 10), Bench.Monday(9, 30)));
        Assert.Equal(CommandVerb.Add, _bench.Tracker.LatestUndoable()!.Verb);
    }
}
