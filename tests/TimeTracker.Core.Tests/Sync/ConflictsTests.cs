using TimeTracker.Core.Sync;
using TimeTracker.Domain;

namespace TimeTracker.Core.Tests.Sync;

/// <summary>What people are shown of what two devices set apart from each other.</summary>
[Trait("Invariant", "INV-29")]
public sealed class ConflictsTests : IDisposable
{
    private readonly ServerInProcess _server = new();
    private readonly Replica _laptop = new();
    private readonly Replica _phone = new();

    public void Dispose()
    {
        _server.Dispose();
        _laptop.Dispose();
        _phone.Dispose();
    }

    [Fact]
    public void OfADescription_BothValuesAreShown_AndWhoseTheOtherIs()
    {
        var entry = BookPlan();
        Apart(new Command.Edit(entry, new Details { Description = "Plan A" }), new Command.Edit(entry, new Details { Description = "Plan B" }));
        foreach (var (replica, isMine) in new[] { (_laptop, true), (_phone, false) })
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
        _laptop.Bench.Do(Bench.Start("Plan"));
        _phone.Bench.Clock.Work(TimeSpan.FromMinutes(30));
        _phone.Bench.Do(Bench.Start("Call"));
        Quiet();
        var conflict = Conflict(_laptop);
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
        var conflict = Conflict(_phone);
        Assert.Equal(
            (PatchFields.Span, "2027-03-09 06:00:00 +01:00 to 2027-03-09 07:00:00 +01:00",
                "2027-03-09 07:00:00 +01:00 to 2027-03-09 08:00:00 +01:00"),
            (conflict.Conflict.Field, conflict.Shown, conflict.Other));

        static DateTimeOffset At(int hour) => new(2027, 3, 9, hour, 0, 0, TimeSpan.Zero);
    }

    [Fact]
    public void OfAProject_ItsNamesAreShown()
    {
        _laptop.Bench.Do(Bench.Start("Plan", "Acme"));
        Quiet();
        Apart(new Command.RenameProject("Acme", "Apex"), new Command.RenameProject("Acme", "Home"));
        var conflict = Conflict(_laptop);
        Assert.Equal(
            (PatchFields.Name, "Home", "name 'Home'", "name 'Apex'"),
            (conflict.Conflict.Field, conflict.About, conflict.Shown, conflict.Other));
    }

    [Fact]
    public void OfARemoval_TheChangeThatOverruledItIsShown()
    {
        var entry = BookPlan();
        Apart(new Command.Remove(entry), new Command.Edit(entry, new Details { Billable = true }));
        var conflict = Conflict(_laptop);
        Assert.Equal(
            (PatchFields.Removed, "Plan", "billable", "removed"),
            (conflict.Conflict.Field, conflict.About, conflict.Shown, conflict.Other));
    }

    [Fact]
    public void OfTheAnswerToAGap_BothAnswersAreShown()
    {
        var plan = _laptop.Bench.Do(Bench.Start("Plan")).Changed[0].Entry;
        var start = plan.Span.Start.ToDateTimeOffset();
        foreach (var clock in new[] { _laptop.Bench.Clock, _phone.Bench.Clock })
        {
            clock.Work(TimeSpan.FromMinutes(30));
        }

        _laptop.Bench.Do(new Command.ReportAway(plan.Id, start.AddMinutes(10), start.AddMinutes(20)));
        Quiet();
        var gap = Assert.Single(_laptop.Bench.Tracker.Review()).Gap.Id;
        Apart(new Command.Resolve(gap, new Resolution.Keep()), new Command.Resolve(gap, new Resolution.Discard()));
        var conflict = Conflict(_laptop);
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
        var replica = onTheLaptop ? _laptop : _phone;
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
            _phone.Bench.Tracker.Sync.Conflicts().Select(conflict => conflict.Conflict.Field));
        Assert.Equal(2L, _phone.Bench.Tracker.Sync.Status().Conflicts);
    }

    [Fact]
    public void AChangeOfOneField_SettlesThatFieldAlone()
    {
        var entry = BookPlan();
        Apart(
            new Command.Edit(entry, new Details { Description = "Plan A", Tags = ["a"] }),
            new Command.Edit(entry, new Details { Description = "Plan B", Tags = ["b"] }));
        _phone.Bench.Do(new Command.Edit(entry, new Details { Description = "Plan C" }));
        Assert.Equal(PatchFields.Tags, Conflict(_phone).Conflict.Field);
    }

    [Fact]
    public void AnEnd_SettlesWhatRunsOn()
    {
        var plan = _laptop.Bench.Do(Bench.Start("Plan")).Changed[0].Entry;
        _phone.Bench.Clock.Work(TimeSpan.FromMinutes(30));
        _phone.Bench.Do(Bench.Start("Call"));
        Quiet();
        var start = plan.Span.Start.ToDateTimeOffset();
        _phone.Bench.Do(new Command.Edit(plan.Id, new Details(), start, start.AddMinutes(5)));
        Assert.Empty(_phone.Bench.Tracker.Sync.Conflicts());
    }

    private static ConflictView Conflict(Replica replica) => Assert.Single(replica.Bench.Tracker.Sync.Conflicts());

    private EntryId BookPlan()
    {
        var entry = _laptop.Bench.Do(Bench.Start("Plan")).Changed[0].Entry.Id;
        _laptop.Bench.Do(Bench.Stop());
        Quiet();
        return entry;
    }

    /// <summary>The laptop does the one, the phone a minute later the other, and neither knows.</summary>
    private void Apart(Command mine, Command yours)
    {
        Assert.IsNotType<CommandResult.Rejected>(_laptop.Bench.Tracker.Execute(mine));
        _phone.Bench.Clock.Work(TimeSpan.FromMinutes(1));
        Assert.IsNotType<CommandResult.Rejected>(_phone.Bench.Tracker.Execute(yours));
        Quiet();
    }

    private void Quiet()
    {
        foreach (var replica in new[] { _laptop, _phone, _laptop })
        {
            Assert.IsType<PassOutcome.Done>(replica.Sync(_server));
        }
    }
}
