using TimeTracker.Domain;

namespace TimeTracker.Core.Tests.Queries;

/// <summary>Which entries a query lists, and in which order.</summary>
public sealed class EntryQueryTests : IDisposable
{
    private const long Hour = 3_600_000_000;

    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(-Hour, 0, "")]
    [InlineData(-Hour, 1, "Plan")]
    [InlineData(0, Hour, "Plan")]
    [InlineData(0, 1, "Plan")]
    [InlineData(1, 2, "Plan")]
    [InlineData(Hour - 1, Hour, "Plan")]
    [InlineData(Hour - 1, 2 * Hour, "Plan")]
    [InlineData(Hour, 2 * Hour, "")]
    [InlineData(-Hour, 2 * Hour, "Plan")]
    public void AnEntry_IsListedWhereItSharesTimeWithThePeriod(long from, long to, string listed)
    {
        _bench.Add("Plan", Bench.Monday(10), TimeSpan.FromHours(1));
        Assert.Equal(listed, Listed(Bench.Monday(10).AddMicroseconds(from), Bench.Monday(10).AddMicroseconds(to)));
    }

    [Theory]
    [InlineData(-1, 0, "")]
    [InlineData(-1, 1, "Plan")]
    [InlineData(0, 1, "Plan")]
    [InlineData(1, 2, "")]
    public void AnEntryWithoutLength_IsListedWhereItLies(long from, long to, string listed)
    {
        _bench.Add("Plan", Bench.Monday(10), TimeSpan.Zero);
        Assert.Equal(listed, Listed(Bench.Monday(10).AddMicroseconds(from), Bench.Monday(10).AddMicroseconds(to)));
    }

    [Fact]
    public void AnEntryWithoutLength_HidesNoneThatReachesIntoThePeriod()
    {
        _bench.Add("Long", Bench.Monday(8), TimeSpan.FromHours(4));
        _bench.Add("Short", Bench.Monday(9), TimeSpan.Zero);
        Assert.Equal("Long", Listed(Bench.Monday(10), Bench.Monday(11)));
    }

    [Theory]
    [InlineData(-60, 0, "")]
    [InlineData(-60, 1, "Plan")]
    [InlineData(600, 1200, "Plan")]
    [InlineData(1_000_000, 2_000_000, "Plan")]
    public void WhatRuns_HasNoEndYet(int from, int to, string listed)
    {
        var start = _bench.Clock.Utc;
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.Work(TimeSpan.FromMinutes(3));
        Assert.Equal(listed, Listed(start.AddSeconds(from), start.AddSeconds(to)));
    }

    [Theory]
    [InlineData(30, 40, "Long")]
    [InlineData(60, 70, "Long,Within")]
    [InlineData(65, 80, "Long,Within")]
    [InlineData(70, 80, "Long")]
    [InlineData(179, 200, "Long")]
    [InlineData(180, 200, "")]
    public void OfEntriesThatOverlap_EachIsListedWhereItReaches(int from, int to, string listed)
    {
        var start = BookOneWithinAnother();
        Assert.Equal(listed, Listed(start.AddMinutes(from), start.AddMinutes(to)));
    }

    [Fact]
    public void WhatRunsOverAnother_HasNoEndEither()
    {
        var start = _bench.Clock.Utc;
        BookOneWithinAnother(ends: false);
        Assert.Equal("Within", Listed(start.AddHours(5), start.AddHours(6)));
    }

    [Fact]
    public void Entries_AreListedByStart_InWhateverOrderTheyWereBooked()
    {
        foreach (var hour in (int[])[11, 9, 12, 10])
        {
            _bench.Add($"At {hour}", Bench.Monday(hour), TimeSpan.FromMinutes(30));
        }

        Assert.Equal("At 9,At 10,At 11,At 12", Listed(Bench.Monday(9, 15), Bench.Monday(20)));
    }

    [Fact]
    public void EntriesThatStartTogether_AreListedByTheirIds()
    {
        EntryId[] made = [.. Enumerable.Range(0, 7).Select(at => _bench.Add($"{at}", Bench.Monday(9), TimeSpan.Zero))];
        Assert.Equal(made.OrderBy(id => id.Value), _bench.All().Select(view => view.Entry.Id));
    }

    [Fact]
    public void WhatWasRemoved_IsNotListed()
    {
        var plan = _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1));
        _bench.Add("Call", Bench.Monday(10), TimeSpan.FromHours(1));
        _bench.Do(new Command.Remove(plan));
        Assert.Equal("Call", Listed(Bench.Monday(0), Bench.Monday(20)));
        Assert.Equal("", Listed(Bench.Monday(9, 30), Bench.Monday(9, 40)));
    }

    [Fact]
    public void WhatRanAndWasCancelled_IsNotListed()
    {
        _bench.Do(Bench.Start("Plan"));
        _bench.Do(new Command.Cancel());
        Assert.Empty(_bench.All());
    }

    [Fact]
    public void WhatOverlappedAndWasRemoved_IsNotListed()
    {
        var start = BookOneWithinAnother();
        _bench.Do(new Command.Remove(_bench.All()[0].Entry.Id));
        Assert.Equal("Within", Listed(start.AddMinutes(65), start.AddMinutes(80)));
        _bench.Do(new Command.Remove(_bench.All()[0].Entry.Id));
        Assert.Equal("", Listed(start.AddMinutes(65), start.AddMinutes(80)));
    }

    [Fact]
    public void WhatRanOverAnotherAndWasCancelled_IsNotListed()
    {
        var start = BookOneWithinAnother(ends: false);
        _bench.Do(new Command.Cancel());
        Assert.Equal("", Listed(start.AddHours(5), start.AddHours(6)));
    }

    [Fact]
    public void ARemovalThatIsTakenBack_ListsTheEntryAgain()
    {
        _bench.Do(new Command.Remove(_bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1))));
        _bench.Do(new Command.Undo());
        Assert.Equal("Plan", Listed(Bench.Monday(0), Bench.Monday(20)));
    }

    [Theory]
    [InlineData("Acme", null, null, "Write the report,Call the bank")]
    [InlineData(" aCMe  ", null, null, "Write the report,Call the bank")]
    [InlineData("Home  office", null, null, "Write home")]
    [InlineData("Acm", null, null, "")]
    [InlineData("", null, null, "Übung")]
    [InlineData("Ac*", null, null, "Write the report,Call the bank")]
    [InlineData("home ?ffice", null, null, "Write home")]
    [InlineData(null, "deep", null, "Write the report,Write home")]
    [InlineData(null, " Q1", null, "Write the report")]
    [InlineData(null, "dee", null, "")]
    [InlineData(null, "", null, "Übung")]
    [InlineData(null, "d*", null, "Write the report,Write home")]
    [InlineData(null, null, "WRITE", "Write the report,Write home")]
    [InlineData(null, null, "the", "Write the report,Call the bank")]
    [InlineData(null, null, "ü", "Übung")]
    [InlineData(null, null, "100%", "")]
    [InlineData(null, null, "", "Write the report,Call the bank,Write home,Übung")]
    [InlineData("Acme", "deep", null, "Write the report")]
    [InlineData("Acme", null, "call", "Call the bank")]
    [InlineData(null, "deep", "home", "Write home")]
    [InlineData("Acme", "deep", "home", "")]
    [InlineData("Acme", "phone", "bank", "Call the bank")]
    [InlineData("Home office", "phone", "bank", "")]
    public void EachConditionThatIsGiven_MustHold(string? project, string? tag, string? text, string listed)
    {
        _bench.Add("Write the report", Bench.Monday(8), TimeSpan.FromHours(1), "Acme", "deep", "q1");
        _bench.Add("Call the bank", Bench.Monday(9), TimeSpan.FromHours(1), "Acme", "phone");
        _bench.Add("Write home", Bench.Monday(10), TimeSpan.FromHours(1), "Home office", "Deep");
        _bench.Add("Übung", Bench.Monday(11), TimeSpan.FromHours(1));
        var query = new EntryQuery(Bench.Monday(0), Bench.Monday(20)) 
        {
            Projects = project is null ? [] : [new(project)], Tags = tag is null ? [] : [new(tag)], Text = text,
        };
        Assert.Equal(listed, Listed(query));
    }

    [Fact]
    public void ATimeBeyondWhatIsBooked_IsHeldToTheNearest()
    {
        _bench.Add("Plan", Bench.Monday(8), TimeSpan.FromHours(1));
        Assert.Equal("Plan", Listed(DateTimeOffset.MinValue, DateTimeOffset.MaxValue));
    }

    [Theory]
    [InlineData(30, 30)]
    [InlineData(40, 20)]
    public void APeriodWithoutTime_ListsNothing(int from, int to)
    {
        _bench.Add("Plan", Bench.Monday(10), TimeSpan.FromHours(1));
        _bench.Do(Bench.Start("Runs"));
        Assert.Equal("", Listed(Bench.Monday(10, from), Bench.Monday(10, to)));
    }

    [Fact]
    public void NoQuery_IsAFaultOfWhoeverAsks() =>
        Assert.Throws<ArgumentNullException>("query", () => _bench.Tracker.Entries(null!));

    /// <summary>Books 3 h, and 10 min within them from the end of the first, by a wall clock that was set back.</summary>
    private DateTimeOffset BookOneWithinAnother(bool ends = true)
    {
        var start = _bench.Clock.Utc;
        _bench.Do(Bench.Start("Long"));
        _bench.Clock.Work(TimeSpan.FromHours(3));
        _bench.Do(Bench.Stop());
        _bench.Clock.StepWallClock(TimeSpan.FromHours(-2));
        _bench.Do(Bench.Start("Within"));
        _bench.Clock.Work(TimeSpan.FromMinutes(10));
        if (ends)
        {
            _bench.Do(Bench.Stop());
        }

        return start;
    }

    private string Listed(DateTimeOffset from, DateTimeOffset to) => Listed(new EntryQuery(from, to));

    private string Listed(EntryQuery query) =>
        string.Join(',', _bench.Tracker.Entries(query).Select(view => view.Entry.Description.Value));
}
