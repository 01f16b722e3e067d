using TimeTracker.Domain;

namespace TimeTracker.Core.Tests.Queries;

/// <summary>What commands and fronts look up before they act.</summary>
public sealed class LookUpTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void AMark_ChangesWithACommandAndWithNoQuestion()
    {
        var before = _bench.Tracker.Changes();
        _ = _bench.Tracker.Timer();
        _ = _bench.All();
        _ = _bench.Tracker.Preview(Bench.Start("Plan"));
        Assert.Equal(before, _bench.Tracker.Changes());
        _bench.Do(Bench.Start("Plan"));
        Assert.NotEqual(before, _bench.Tracker.Changes());
    }

    [Fact]
    public void WhereNothingIsSaid_TheLiveEntryThatStartsLatestIsContinued()
    {
        _bench.Add("Late", Bench.Monday(12), TimeSpan.FromHours(1));
        var removed = _bench.Add("Removed", Bench.Monday(14), TimeSpan.FromHours(1));
        _bench.Add("Early", Bench.Monday(9), TimeSpan.FromHours(1));
        _bench.Do(new Command.Remove(removed));
        Assert.Equal("Late", _bench.Do(new Command.Continue(null, When.Now.Value)).Changed[0].Entry.Description.Value);
    }

    [Theory]
    [InlineData("Long")]
    [InlineData("Within")]
    public void OfEntriesThatOverlap_TheLiveOneThatStartsLatestIsContinued(string stays)
    {
        _bench.Do(Bench.Start("Long"));
        _bench.Clock.Work(TimeSpan.FromHours(3));
        _bench.Do(Bench.Stop());
        _bench.Clock.StepWallClock(TimeSpan.FromHours(-2));
        _bench.Do(Bench.Start("Within"));
        _bench.Do(Bench.Stop());
        if (stays == "Long")
        {
            _bench.Do(new Command.Remove(_bench.All()[^1].Entry.Id));
        }

        Assert.Equal(stays, _bench.Do(new Command.Continue(null, When.Now.Value)).Changed[0].Entry.Description.Value);
    }

    [Theory]
    [InlineData(8, 9, null)]
    [InlineData(8, 10, "Plan")]
    [InlineData(9, 10, "Plan")]
    [InlineData(11, 13, "Plan")]
    [InlineData(12, 13, null)]
    [InlineData(10, 10, null)]
    public void AnEntry_IsInTheWayOfWhatSharesTimeWithIt(int from, int to, string? inTheWay)
    {
        _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(3));
        var preview = _bench.Tracker.Preview(
            new Command.Add(new Details { Description = "Call" }, Bench.Monday(from), Bench.Monday(to)));
        Assert.Equal(
            inTheWay is null ? null : "The time overlaps 'Plan' (2027-03-08 10:00:00 +01:00 to 2027-03-08 13:00:00 +01:00).",
            (preview as CommandPreview.Rejected)?.Rejection.Message);
    }

    [Fact]
    public void AnEntryWithoutLength_IsInNobodysWay()
    {
        _bench.Add("Plan", Bench.Monday(9), TimeSpan.Zero);
        Assert.IsType<CommandPreview.Accepted>(_bench.Tracker.Preview(
            new Command.Add(new Details { Description = "Call" }, Bench.Monday(8), Bench.Monday(10))));
    }

    [Fact]
    public void AnEntry_IsNotInItsOwnWay()
    {
        var id = _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1));
        Assert.IsType<CommandPreview.Accepted>(_bench.Tracker.Preview(
            new Command.Edit(id, new Details(), Bench.Monday(8), Bench.Monday(11))));
    }

    [Fact]
    public void AProjectThatWasTakenBack_IsMadeAgainUnderItsName()
    {
        _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1), "Acme");
        _bench.Do(new Command.Undo());
        Assert.Empty(_bench.Tracker.Reports.Projects());
        _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1), "Acme");
        Assert.Equal(("Acme", 1L), Assert.Single(
            _bench.Tracker.Reports.Projects().Select(project => (project.Name, project.Entries))));
    }

    [Fact]
    public void AMergedProject_IsRenamedAsOne()
    {
        _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1), "Acme");
        _bench.Add("Call", Bench.Monday(10), TimeSpan.FromHours(1), "Home");
        _bench.Do(new Command.RenameProject("Acme", "Home", Merge: true));
        _bench.Do(new Command.RenameProject("home", "Apex"));
        Assert.Equal(["Apex", "Apex"], _bench.All().Select(view => view.Project));
    }

    [Fact]
    public void ARepeatedCommand_ShowsItsEntriesAsItLeftThem()
    {
        var (id, plan) = (Tracker.NewCommandId(), Bench.Start("Plan", "Acme"));
        Assert.IsType<CommandResult.Done>(_bench.Tracker.Execute(id, plan));
        _bench.Clock.Work(TimeSpan.FromMinutes(5));
        _bench.Do(Bench.Stop());

        var again = Assert.IsType<CommandResult.Done>(_bench.Tracker.Execute(id, plan)).Changed[0];

        Assert.Equal((true, "Acme", false), (again.Entry.IsRunning, again.Project, again.Overlaps));
    }
}
