using TimeTracker.Core.Sync;
using TimeTracker.Domain;

namespace TimeTracker.Core.Tests.Sync;

/// <summary>What people are shown of what two devices set apart from each other.</summary>
[Trait("Invariant", "INV-29")]
public sealed class ConflictsTests : TwoReplicas
{
    [Fact]
    public void OfADescription_BothValuesAreShown_AndWhoseTheOtherIs()
    {
        var entry = BookPlan();
        Apart(new Command.Edit(entry, new Details { Description = "Plan A" }), new Command.Edit(entry, new Details { Description = "Plan B" }));
        foreach (var (replica, isMine) in new[] { (Laptop, true), (Phone, false) })
        {
            var conflict = Conflict(replica);
            Assert.Equal(
                (PatchFields.Description, entry.Value, "Plan B", "description 'Plan B'", "description 'Plan A'", isMine),
                (conflict.Conflict.Field, conflict.Entity, conflict.About, conflict.Shown, conflict.Other, conflict.IsOtherMine));
        }
    }

    [Fact]
    public void OfTheEndThatAnotherDevicesStartBrought_TheEndAndTheRunningEntryAreShown()
    {
        Laptop.Bench.Do(Bench.Start("Plan"));
        Phone.Bench.Clock.Work(TimeSpan.FromMinutes(30));
        Phone.Bench.Do(Bench.Start("Call"));
        Quiet();
        var conflict = Conflict(Laptop);
        Assert.Equal(
            (PatchFields.RunsOn, "Plan", "2027-03-09 08:41:13 +01:00 to 2027-03-09 09:11:13 +01:00",
                "running since 2027-03-09 08:41:13 +01:00"),
            (conflict.Conflict.Field, conflict.About, conflict.Shown, conflict.Other));
    }

    [Fact]
    public void OfASpan_BothSpansAreShown()
    {
        var entry = BookPlan();
        Apart(
            new Command.Edit(entry, new Details(), At(6), At(7)),
            new Command.Edit(entry, new Details(), At(5), At(6)));
        var conflict = Conflict(Phone);
        Assert.Equal(
            (PatchFields.Span, "2027-03-09 06:00:00 +01:00 to 2027-03-09 07:00:00 +01:00",
                "2027-03-09 07:00:00 +01:00 to 2027-03-09 08:00:00 +01:00"),
            (conflict.Conflict.Field, conflict.Shown, conflict.Other));

        static DateTimeOffset At(int hour) => new(2027, 3, 9, hour, 0, 0, TimeSpan.Zero);
    }

    [Fact]
    public void OfAProject_ItsNamesAreShown()
    {
        Laptop.Bench.Do(Bench.Start("Plan", "Acme"));
        Quiet();
        Apart(new Command.RenameProject("Acme", "Apex"), new Command.RenameProject("Acme", "Home"));
        var conflict = Conflict(Laptop);
        Assert.Equal(
            (PatchFields.Name, "Home", "name 'Home'", "name 'Apex'"),
            (conflict.Conflict.Field, conflict.About, conflict.Shown, conflict.Other));
    }

    [Fact]
    public void OfARemoval_TheChangeThatOverruledItIsShown()
    {
        var entry = BookPlan();
        Apart(new Command.Remove(entry), new Command.Edit(entry, new Details { Billable = true }));
        var conflict = Conflict(Laptop);
        Assert.Equal(
            (PatchFields.Removed, "Plan", "billable", "removed"),
            (conflict.Conflict.Field, conflict.About, conflict.Shown, conflict.Other));
    }

    [Fact]
    public void OfTheAnswerToAGap_BothAnswersAreShown()
    {
        var plan = Laptop.Bench.Do(Bench.Start("Plan")).Changed[0].Entry;
        var start = plan.Span.Start.ToDateTimeOffset();
        foreach (var clock in new[] { Laptop.Bench.Clock, Phone.Bench.Clock })
        {
            clock.Work(TimeSpan.FromMinutes(30));
        }

        Laptop.Bench.Do(new Command.ReportAway(plan.Id, start.AddMinutes(10), start.AddMinutes(20)));
        Quiet();
        var gap = Assert.Single(Laptop.Bench.Tracker.Review()).Gap.Id;
        Apart(new Command.Resolve(gap, new Resolution.Keep()), new Command.Resolve(gap, new Resolution.Discard()));
        var conflict = Conflict(Laptop);
        Assert.Equal(
            (PatchFields.Answer, gap.Value, "a gap", "answer Discard", "answer Keep"),
            (conflict.Conflict.Field, conflict.Entity, conflict.About, conflict.Shown, conflict.Other));
    }

    [Theory]
    [InlineData(true, true, "Plan A")]
    [InlineData(true, false, "Plan B")]
    [InlineData(false, true, "Plan B")]
    [InlineData(false, false, "Plan A")]
    [Trait("Invariant", "INV-17")]
    public void AConflict_IsSettledForWhoseValueOneLikes(bool onTheLaptop, bool forMine, string kept)
    {
        var entry = BookPlan();
        Apart(new Command.Edit(entry, new Details { Description = "Plan A" }), new Command.Edit(entry, new Details { Description = "Plan B" }));
        var replica = onTheLaptop ? Laptop : Phone;
        replica.Bench.Do(Conflict(replica).Settle(forMine));
        Assert.Equal(kept, Assert.Single(replica.Bench.All()).Entry.Description.Value);
        Assert.Empty(replica.Bench.Tracker.Sync.Conflicts());
        Assert.Equal(0L, replica.Bench.Tracker.Sync.Status().Conflicts);
    }

    [Fact]
    public void ConflictsOfSeveralFields_AreCounted_AndListedByField()
    {
        var entry = BookPlan();
        Apart(
            new Command.Edit(entry, new Details { Description = "Plan A", Tags = ["a"] }),
            new Command.Edit(entry, new Details { Description = "Plan B", Tags = ["b"] }));
        Assert.Equal(
            [PatchFields.Description, PatchFields.Tags],
            Phone.Bench.Tracker.Sync.Conflicts().Select(conflict => conflict.Conflict.Field));
        Assert.Equal(2L, Phone.Bench.Tracker.Sync.Status().Conflicts);
    }

    [Fact]
    public void AChangeOfOneField_SettlesThatFieldAlone()
    {
        var entry = BookPlan();
        Apart(
            new Command.Edit(entry, new Details { Description = "Plan A", Tags = ["a"] }),
            new Command.Edit(entry, new Details { Description = "Plan B", Tags = ["b"] }));
        Phone.Bench.Do(new Command.Edit(entry, new Details { Description = "Plan C" }));
        Assert.Equal(PatchFields.Tags, Conflict(Phone).Conflict.Field);
    }

    [Fact]
    public void AnEnd_SettlesWhatRunsOn()
    {
        var plan = Laptop.Bench.Do(Bench.Start("Plan")).Changed[0].Entry;
        Phone.Bench.Clock.Work(TimeSpan.FromMinutes(30));
        Phone.Bench.Do(Bench.Start("Call"));
        Quiet();
        var start = plan.Span.Start.ToDateTimeOffset();
        Phone.Bench.Do(new Command.Edit(plan.Id, new Details(), start, start.AddMinutes(5)));
        Assert.Empty(Phone.Bench.Tracker.Sync.Conflicts());
    }

    private static ConflictView Conflict(Replica replica) => Assert.Single(replica.Bench.Tracker.Sync.Conflicts());

    private EntryId BookPlan()
    {
        var entry = Laptop.Bench.Do(Bench.Start("Plan")).Changed[0].Entry.Id;
        Laptop.Bench.Do(Bench.Stop());
        Quiet();
        return entry;
    }

    /// <summary>The laptop does the one, the phone a minute later the other, and neither knows.</summary>
    private void Apart(Command mine, Command yours)
    {
        Assert.IsNotType<CommandResult.Rejected>(Laptop.Bench.Tracker.Execute(mine));
        Phone.Bench.Clock.Work(TimeSpan.FromMinutes(1));
        Assert.IsNotType<CommandResult.Rejected>(Phone.Bench.Tracker.Execute(yours));
        Quiet();
    }
}
