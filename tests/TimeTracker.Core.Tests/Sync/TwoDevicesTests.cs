using CsCheck;
using TimeTracker.Core.Sync;
using TimeTracker.Domain;
using TimeTracker.Domain.TestKit;

namespace TimeTracker.Core.Tests.Sync;

/// <summary>Two devices of one person, and the real server between them.</summary>
public sealed class TwoDevicesTests : TwoReplicas
{
    [Fact]
    [Trait("Invariant", "INV-28")]
    public void WhatOneDeviceBooks_TheOtherShows()
    {
        Laptop.Bench.Do(Bench.Start("Plan", "Acme", "deep"));
        Assert.IsType<PassOutcome.Done>(Laptop.Sync(Server));
        Assert.IsType<PassOutcome.Done>(Phone.Sync(Server));

        var running = Assert.Single(Phone.Bench.All());
        Assert.Equal("Plan", running.Entry.Description.Value);
        Assert.Equal("Acme", running.Project);
        Assert.IsType<TimerState.Running>(Phone.Bench.Tracker.Timer().State);
        Assert.Equal(Laptop.State(), Phone.State());
    }

    [Fact]
    [Trait("Invariant", "INV-29")]
    public void TwoStartsThatKnewNothingOfEachOther_TheLaterRuns_AndTheEarlierEndsThere()
    {
        StartOnBoth();

        Assert.Equal(Laptop.State(), Phone.State());
        var (plan, call) = (Laptop.Bench.All()[0], Laptop.Bench.All()[1]);
        Assert.Equal(call.Entry.Span.Start, Assert.IsType<EntrySpan.Closed>(plan.Entry.Span).End);
        Assert.True(call.Entry.IsRunning);
        Assert.Equal(1L, Phone.Ask<long>($"SELECT count(*) FROM conflict WHERE field = {(int)PatchFields.RunsOn}"));
    }

    [Fact]
    [Trait("Invariant", "INV-29")]
    public void WhatAnotherDevicesStartEnded_IsAskedUntilItsTimesAreSet_WhateverElseOfItIs()
    {
        StartOnBoth();
        Laptop.Bench.Clock.Work(TimeSpan.FromMinutes(40));
        var plan = Laptop.Bench.All()[0].Entry.Id;

        Laptop.Bench.Do(new Command.Edit(plan, new Details { Description = "Plan B" }));
        Quiet();
        Assert.Single(Phone.Bench.Tracker.Sync.Conflicts());
        Assert.Single(Laptop.Bench.Tracker.Sync.Conflicts());

        var end = Laptop.Bench.Clock.Utc - TimeSpan.FromMinutes(20);
        Laptop.Bench.Do(new Command.Edit(plan, new Details(), To: end));
        Assert.Empty(Laptop.Bench.Tracker.Sync.Conflicts());
        Quiet();
        Assert.Empty(Phone.Bench.Tracker.Sync.Conflicts());
    }

    [Fact]
    [Trait("Invariant", "INV-28")]
    public void AnEntryThatIsBroughtBack_RunsOn_ThoughAnotherWasStartedMeanwhile()
    {
        Laptop.Bench.Do(Bench.Start("Plan"));
        Laptop.Bench.Do(new Command.Cancel());
        Laptop.Bench.Clock.Work(TimeSpan.FromMinutes(5));
        Laptop.Bench.Do(Bench.Start("Call"));
        Laptop.Bench.Do(new Command.Undo());
        Laptop.Bench.Do(new Command.Undo());
        Quiet();

        Assert.Equal("Plan", Phone.Bench.Tracker.CurrentEntry()!.Entry.Description.Value);
        Assert.Equal(Laptop.State(), Phone.State());
    }

    [Fact]
    [Trait("Invariant", "INV-29")]
    public void TwoEditsOfOneField_TheLaterIsShown_AndTheOtherIsKeptAsAConflict()
    {
        Laptop.Bench.Do(Bench.Start("Plan"));
        Laptop.Bench.Do(Bench.Stop());
        Quiet();
        var entry = Laptop.Bench.All()[0].Entry.Id;
        Laptop.Bench.Do(new Command.Edit(entry, new Details { Description = "Plan A" }));
        Phone.Bench.Clock.Work(TimeSpan.FromMinutes(1));
        Phone.Bench.Do(new Command.Edit(entry, new Details { Description = "Plan B", Billable = true }));
        Quiet();

        Assert.Equal(Laptop.State(), Phone.State());
        Assert.Equal("Plan B", Laptop.Bench.All()[0].Entry.Description.Value);
        Assert.Equal(1L, Laptop.Ask<long>("SELECT count(*) FROM conflict"));

        Laptop.Bench.Do(new Command.Edit(entry, new Details { Description = "Plan C" }));
        Quiet();
        Assert.Equal(0L, Phone.Ask<long>("SELECT count(*) FROM conflict"));
    }

    [Fact]
    [Trait("Invariant", "INV-29")]
    public void AnEditThatDidNotKnowOfTheRemoval_Stays()
    {
        Laptop.Bench.Do(Bench.Start("Plan"));
        Laptop.Bench.Do(Bench.Stop());
        Quiet();
        var entry = Laptop.Bench.All()[0].Entry.Id;
        Laptop.Bench.Do(new Command.Remove(entry));
        Phone.Bench.Do(new Command.Edit(entry, new Details { Billable = true }));
        Quiet();

        Assert.Equal(Laptop.State(), Phone.State());
        Assert.True(Assert.Single(Laptop.Bench.All()).Entry.Billable);
        Assert.Equal(1L, Laptop.Ask<long>($"SELECT count(*) FROM conflict WHERE field = {(int)PatchFields.Removed}"));
    }

    [Fact]
    [Trait("Invariant", "INV-29")]
    public void AProjectThatTwoDevicesRenamed_IsDecidedOnce_AndAtOnce()
    {
        Laptop.Bench.Do(Bench.Start("Plan", "Acme"));
        Quiet();
        Laptop.Bench.Tracker.Execute(new Command.RenameProject("Acme", "Apex"));
        Phone.Bench.Clock.Work(TimeSpan.FromMinutes(1));
        Phone.Bench.Tracker.Execute(new Command.RenameProject("Acme", "Home"));
        Quiet();
        var conflict = Assert.Single(Laptop.Bench.Tracker.Sync.Conflicts()).Conflict;

        var settle = new Command.SettleConflict(conflict, KeepLoser: true);
        Assert.IsType<CommandResult.Done>(Laptop.Bench.Tracker.Execute(settle));
        Assert.Empty(Laptop.Bench.Tracker.Sync.Conflicts());
        Assert.IsType<CommandResult.NothingToDo>(Laptop.Bench.Tracker.Execute(settle));
    }

    [Fact]
    public void AnUndo_GivesBackWhatWasShown_NotWhatLost()
    {
        Laptop.Bench.Do(Bench.Start("Plan"));
        Laptop.Bench.Do(Bench.Stop());
        Quiet();
        var entry = Laptop.Bench.All()[0].Entry.Id;
        Laptop.Bench.Do(new Command.Edit(entry, new Details { Description = "Plan A" }));
        Phone.Bench.Clock.Work(TimeSpan.FromMinutes(1));
        Phone.Bench.Do(new Command.Edit(entry, new Details { Description = "Plan B" }));
        Quiet();
        Assert.Equal("Plan B", Phone.Bench.All()[0].Entry.Description.Value);

        foreach (var replica in new[] { Phone, Laptop })
        {
            replica.Bench.Do(new Command.Edit(entry, new Details { Description = "Plan C" }));
            replica.Bench.Do(new Command.Undo());
            Assert.Equal("Plan B", replica.Bench.All()[0].Entry.Description.Value);
            Quiet();
        }
    }

    [Fact]
    [Trait("Invariant", "INV-28")]
    [Trait("Invariant", "INV-29")]
    public void WhateverTwoDevicesDo_AndWhenTheySync_BothShowTheSameInTheEnd() => Gen.Select(
            Gen.Select(CommandGen.ClockEvent, CommandGen.Command).Array[1, 14],
            Gen.Select(CommandGen.ClockEvent, CommandGen.Command).Array[1, 14],
            Gen.Int[0, 3].Array[14])
        .Sample(
            (mine, yours, syncs) =>
            {
                using var server = new ServerInProcess();
                using var laptop = new Replica();
                using var phone = new Replica();
                for (var step = 0; step < syncs.Length; step++)
                {
                    Do(laptop, mine, step);
                    Do(phone, yours, step);
                    if (syncs[step] == 1)
                    {
                        Assert.IsType<PassOutcome.Done>(laptop.Sync(server));
                    }
                    else if (syncs[step] == 2)
                    {
                        Assert.IsType<PassOutcome.Done>(phone.Sync(server));
                    }
                }

                Quiet(server, [laptop, phone]);
                Assert.Equal(laptop.State(), phone.State());
                foreach (var replica in new[] { laptop, phone })
                {
                    var before = replica.State();
                    replica.FoldAgain();
                    Assert.Equal(before, replica.State());
                    Assert.InRange(replica.Ask<long>("SELECT count(*) FROM entry WHERE end_utc IS NULL AND removed_by IS NULL"), 0, 1);
                    Assert.Equal(0L, replica.Ask<long>("SELECT count(*) FROM outbox WHERE verdict IS NOT 'accepted' AND verdict IS NOT 'duplicate'"));
                }

                return true;
            },
            iter: Samples.UpTo(60),
            threads: 2);

    private static void Do(
        Replica replica, (Action<FakeClock> Event, Func<IReadOnlyList<EntryId>, DateTimeOffset, Command> Command)[] day, int step)
    {
        if (step < day.Length)
        {
            day[step].Event(replica.Bench.Clock);
            var ids = replica.Bench.All().Select(view => view.Entry.Id).ToList();
            replica.Bench.Tracker.Execute(day[step].Command(ids, replica.Bench.Clock.Utc));
        }
    }

    /// <summary>Each starts an entry, the phone half an hour later, and neither knew of the other.</summary>
    private void StartOnBoth()
    {
        Laptop.Bench.Do(Bench.Start("Plan"));
        Phone.Bench.Clock.Work(TimeSpan.FromMinutes(30));
        Phone.Bench.Do(Bench.Start("Call"));
        Quiet();
    }
}
