using TimeTracker.Domain;

namespace TimeTracker.Core.Tests.Queries;

/// <summary>What a command would do, told without doing it.</summary>
public sealed class PreviewTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void APreview_WritesNothing()
    {
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.Work(TimeSpan.FromMinutes(5));
        var (mark, before) = (_bench.Tracker.Changes(), _bench.All());

        _ = Changes(new Command.Switch(new Details { Description = "Call", Project = "Acme" }, When.Now.Value));

        Assert.Equal(mark, _bench.Tracker.Changes());
        Assert.Equal(before, _bench.All());
        Assert.Empty(_bench.Tracker.Reports.Projects());
    }

    [Fact]
    public void ANewEntry_HasNothingBefore_AndAProjectThatIsNotMadeYet()
    {
        var (before, after) = Assert.Single(Changes(Bench.Start("Plan", "Acme", "deep")));
        Assert.Null(before);
        Assert.Equal(
            ("Plan", "Acme", "deep", true),
            (after.Entry.Description.Value, after.Project, after.Entry.Tags.ToString(), after.Entry.IsRunning));
    }

    [Fact]
    public void ANewEntry_IsShownAsTheCommandThenMakesIt()
    {
        var command = new Command.Add(
            new Details { Description = "Plan", Project = "Acme" }, Bench.Monday(9), Bench.Monday(10));
        var after = Assert.Single(Changes(command)).After;
        var done = _bench.Do(command).Changed[0];
        Assert.Equal(done with { Entry = done.Entry with { Id = after.Entry.Id } }, after);
    }

    [Fact]
    public void ASwitch_WouldEndTheOneAndBeginTheOther()
    {
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.Work(TimeSpan.FromMinutes(5));

        var changes = Changes(new Command.Switch(new Details { Description = "Call" }, When.Now.Value));

        Assert.Equal(["Plan", "Call"], changes.Select(change => change.After.Entry.Description.Value));
        Assert.Equal([true, false], changes.Select(change => change.Before is not null));
        Assert.Equal((true, false), (changes[0].Before!.Entry.IsRunning, changes[0].After.Entry.IsRunning));
        Assert.Equal(TimeSpan.FromMinutes(5), changes[0].After.Duration);
    }

    [Fact]
    public void AnEdit_ShowsTheProjectBeforeAndAfter()
    {
        var id = _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1), "Acme");
        var change = Assert.Single(Changes(new Command.Edit(id, new Details { Project = "Home" })));
        Assert.Equal(("Acme", "Home"), (change.Before!.Project, change.After.Project));
    }

    [Fact]
    public void AnEditThatLeavesTheProject_ShowsItsName()
    {
        var id = _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1), "Acme");
        var change = Assert.Single(Changes(new Command.Edit(id, new Details { Description = "Plan B" })));
        Assert.Equal(("Acme", "Plan B"), (change.After.Project, change.After.Entry.Description.Value));
    }

    [Fact]
    public void AnEditToNoProject_ShowsNone()
    {
        var id = _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1), "Acme");
        Assert.Null(Assert.Single(Changes(new Command.Edit(id, new Details { Project = "" }))).After.Project);
    }

    [Fact]
    public void WhatWouldBeSplit_IsShownInAllItsParts()
    {
        _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(3));
        var changes = Changes(
            new Command.Add(new Details { Description = "Call" }, Bench.Monday(10), Bench.Monday(11)) { Adjust = Adjustment.Split });
        Assert.Equal(
            ["Call 10:00 to 11:00", "Plan 11:00 to 12:00", "Plan 9:00 to 10:00"],
            changes.Select(change => Line(change.After)).Order(StringComparer.Ordinal));
        Assert.Equal("Plan 9:00 to 12:00", Line(Assert.Single(changes, change => change.Before is not null).Before!));
    }

    [Fact]
    public void AnUndo_ShowsWhatWouldComeBack()
    {
        var id = _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1));
        _bench.Do(new Command.Remove(id));
        var change = Assert.Single(Changes(new Command.Undo()));
        Assert.Equal((false, true), (change.Before!.Entry.IsLive, change.After.Entry.IsLive));
    }

    [Fact]
    public void ARenamedProject_ChangesNoEntry()
    {
        _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1), "Acme");
        Assert.Empty(Changes(new Command.RenameProject("Acme", "Apex")));
    }

    [Fact]
    public void WhereNothingIsToDo_ThePreviewSaysWhy() => Assert.Equal(
        new CommandPreview.NothingToDo(NothingToDoReason.NotRunning), _bench.Tracker.Preview(Bench.Stop()));

    [Fact]
    public void WhatWouldBeRefused_IsRefusedWithTheSameWords()
    {
        _bench.Do(Bench.Start("Plan"));
        var preview = Assert.IsType<CommandPreview.Rejected>(_bench.Tracker.Preview(Bench.Start("Call")));
        var result = Assert.IsType<CommandResult.Rejected>(_bench.Tracker.Execute(Bench.Start("Call")));
        Assert.Equal(result.Rejection, preview.Rejection);
    }

    [Fact]
    public void NoCommand_IsAFaultOfWhoeverAsks() =>
        Assert.Throws<ArgumentNullException>("command", () => _bench.Tracker.Preview(null!));

    private IReadOnlyList<EntryChange> Changes(Command command) =>
        Assert.IsType<CommandPreview.Accepted>(_bench.Tracker.Preview(command)).Changes;

    private static string Line(EntryView view) => FormattableString.Invariant(
        $"{view.Entry.Description} {view.Entry.Span.Start.Instant.ToDateTimeOffset(default):H:mm} to {view.EndOrNow.ToDateTimeOffset(default):H:mm}");
}
