using TimeTracker.Domain;

namespace TimeTracker.Core.Tests.Reports;

/// <summary>What the ledger tells of what happened.</summary>
public sealed class HistoryTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void EachChange_TellsWhenWhatAndByWhom()
    {
        var done = _bench.Do(Bench.Start("Plan"));
        var start = _bench.Clock.Utc;
        _bench.Clock.Work(TimeSpan.FromMicroseconds(60_000_001));
        _bench.Do(Bench.Stop());

        var items = All();

        Assert.Equal([CommandVerb.Start, CommandVerb.Stop], items.Select(item => item.Verb));
        Assert.Equal([start, _bench.Clock.Utc], items.Select(item => item.At));
        Assert.Equal((done.Id, false, true), (items[0].Command, items[0].Undone, items[0].IsThisDevice));
        Assert.NotNull(items[0].Device);
        Assert.Equal(items[0].Device, items[1].Device);
        Assert.Null(items[0].Project);
    }

    [Fact]
    public void AnEntry_IsShownBeforeAndAfterEachChange()
    {
        var id = _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1));
        _bench.Do(new Command.Edit(id, new Details { Description = "Plan B" }));
        _bench.Do(new Command.Edit(id, new Details { Description = "Plan C" }));

        Assert.Equal(
            [(null, "Plan"), ("Plan", "Plan B"), ("Plan B", "Plan C")],
            All().Select(item => (
                item.Entry!.Before?.Entry.Description.Value, (string?)item.Entry.After.Entry.Description.Value)));
    }

    [Fact]
    public void AnEntryWithinAChange_NamesItsProject()
    {
        var id = _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1), "Acme");
        _bench.Do(new Command.Edit(id, new Details { Project = "Home" }));
        var change = All()[^1].Entry!;
        Assert.Equal(("Acme", "Home"), (change.Before!.Project, change.After.Project));
    }

    [Fact]
    public void AProject_IsShownBeforeAndAfterEachChange()
    {
        _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1), "Acme");
        _bench.Do(new Command.RenameProject("Acme", "Apex"));

        var items = All().Where(item => item.Project is not null).ToList();

        Assert.Equal(
            [(null, "Acme"), ("Acme", (string?)"Apex")],
            items.Select(item => (item.Project!.Value.Before?.Name.Value, (string?)item.Project.Value.After.Name.Value)));
        Assert.Equal([CommandVerb.Add, CommandVerb.RenameProject], items.Select(item => item.Verb));
        Assert.All(items, item => Assert.Null(item.Entry));
    }

    [Fact]
    public void ACommandThatWasTakenBack_SaysSo_UntilTheUndoIsTakenBack()
    {
        var id = _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1));
        _bench.Do(new Command.Remove(id));
        _bench.Do(new Command.Undo());
        Assert.Equal("Add False True,Remove True False,Undo False True", Lines(All()));
        _bench.Do(new Command.Redo());
        Assert.Equal("Add False True,Remove False False,Undo True True,Redo False False", Lines(All()));
    }

    [Fact]
    public void OneEntrysHistory_LeavesOutTheOthers()
    {
        var id = _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1), "Acme");
        _bench.Add("Call", Bench.Monday(10), TimeSpan.FromHours(1), "Home");
        _bench.Do(new Command.Edit(id, new Details { Description = "Plan B" }));
        Assert.Equal([CommandVerb.Add, CommandVerb.Edit], Of(id).Select(item => item.Verb));
        Assert.All(Of(id), item => Assert.Equal(id, item.Entry!.After.Entry.Id));
    }

    [Theory]
    [InlineData(true, 1, "Edit")]
    [InlineData(true, 2, "Edit,Remove")]
    [InlineData(false, 1, "Edit")]
    [InlineData(false, 2, "Edit,Remove")]
    public void TheNewest_AreTheLatest_TheOldestOfThemFirst(bool one, int newest, string verbs)
    {
        var id = _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1));
        _bench.Do(new Command.Edit(id, new Details { Description = "Plan B" }));
        _bench.Do(new Command.Edit(id, new Details { Description = "Plan C" }));
        _bench.Do(new Command.Remove(id));
        var latest = _bench.Tracker.Reports.History(one ? id : null, DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, newest);
        Assert.Equal(newest == 1 ? "Remove" : verbs, string.Join(',', latest.Select(item => item.Verb)));
    }

    [Theory]
    [InlineData(-1, 0, "")]
    [InlineData(-1, 1, "Add")]
    [InlineData(0, 1, "Add")]
    [InlineData(1, 2, "")]
    [InlineData(0, 60_000_000, "Add")]
    [InlineData(0, 60_000_001, "Add,Remove")]
    [InlineData(1, 60_000_001, "Remove")]
    public void AHistory_HoldsWhatWasDoneWithinThePeriod(long from, long to, string verbs)
    {
        var at = _bench.Clock.Utc;
        var id = _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1));
        _bench.Clock.Work(TimeSpan.FromMinutes(1));
        _bench.Do(new Command.Remove(id));
        foreach (var entry in (EntryId?[])[null, id])
        {
            Assert.Equal(
                verbs,
                string.Join(',', _bench.Tracker.Reports.History(entry, at.AddMicroseconds(from), at.AddMicroseconds(to), 9)
                    .Select(item => item.Verb)));
        }
    }

    [Fact]
    public void AQuestion_IsNoChange()
    {
        var id = _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1));
        _bench.Do(new Command.ReportAway(id, Bench.Monday(9, 10), Bench.Monday(9, 30)));
        Assert.Equal([CommandVerb.Add], All().Select(item => item.Verb));
    }

    [Fact]
    public void AQuestion_TakesNoPlaceAmongTheNewest()
    {
        var id = _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1));
        _bench.Do(new Command.ReportAway(id, Bench.Monday(9, 10), Bench.Monday(9, 30)));
        Assert.Single(_bench.Tracker.Reports.History(null, DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, newest: 1));
    }

    private static string Lines(IEnumerable<HistoryItem> items) => string.Join(
        ',', items.Select(item => $"{item.Verb} {item.Undone} {item.Entry!.After.Entry.IsLive}"));

    private IReadOnlyList<HistoryItem> All() => Of(null);

    private IReadOnlyList<HistoryItem> Of(EntryId? entry) =>
        _bench.Tracker.Reports.History(entry, DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, newest: 100);
}
