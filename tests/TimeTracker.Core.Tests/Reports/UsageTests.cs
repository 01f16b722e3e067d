using TimeTracker.Domain;

namespace TimeTracker.Core.Tests.Reports;

/// <summary>How projects and tags are used, over all entries.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void ANewStore_UsesNothing()
    {
        Assert.Empty(_bench.Tracker.Reports.Projects());
        Assert.Empty(_bench.Tracker.Reports.Tags());
    }

    [Fact]
    public void ProjectsAndTags_AreCountedAndAddedUp_TheLatestUsedFirst()
    {
        _bench.Add("Plan", Bench.Monday(12), TimeSpan.FromHours(1), "Acme", "deep");
        _bench.Add("Call", Bench.Monday(14), TimeSpan.FromMinutes(10), "Home", "phone");
        _bench.Add("Read", Bench.Monday(9), TimeSpan.FromMinutes(30), "Acme", "deep");

        Assert.Equal(
            [
                new UsageView("Home", 1, TimeSpan.FromMinutes(10), Bench.Monday(14)),
                new UsageView("Acme", 2, TimeSpan.FromMinutes(90), Bench.Monday(12)),
            ],
            _bench.Tracker.Reports.Projects());
        Assert.Equal(
            [
                new UsageView("phone", 1, TimeSpan.FromMinutes(10), Bench.Monday(14)),
                new UsageView("deep", 2, TimeSpan.FromMinutes(90), Bench.Monday(12)),
            ],
            _bench.Tracker.Reports.Tags());
    }

    [Fact]
    public void WhatRuns_IsUsedButAddsNoTimeYet()
    {
        var start = _bench.Clock.Utc;
        _bench.Do(Bench.Start("Plan", "Acme", "deep"));
        _bench.Clock.Work(TimeSpan.FromMinutes(5));
        Assert.Equal([new UsageView("Acme", 1, TimeSpan.Zero, start)], _bench.Tracker.Reports.Projects());
        Assert.Equal([new UsageView("deep", 1, TimeSpan.Zero, start)], _bench.Tracker.Reports.Tags());
    }

    [Fact]
    public void AProjectThatIsUsedNoMore_IsTheLast_AndATagIsNone()
    {
        var id = _bench.Add("Plan", Bench.Monday(12), TimeSpan.FromHours(1), "Acme", "deep");
        _bench.Add("Call", Bench.Monday(9), TimeSpan.FromMinutes(10), "Home", "phone");
        _bench.Do(new Command.Remove(id));
        Assert.Equal(
            [("Home", (DateTimeOffset?)Bench.Monday(9)), ("Acme", null)],
            _bench.Tracker.Reports.Projects().Select(usage => (usage.Name, usage.LastUsed)));
        Assert.Equal(["phone"], _bench.Tracker.Reports.Tags().Select(usage => usage.Name));
    }

    [Fact]
    public void AProjectThatWasTakenBack_DoesNotCount()
    {
        _bench.Add("Plan", Bench.Monday(12), TimeSpan.FromHours(1), "Acme");
        _bench.Do(new Command.Undo());
        Assert.Empty(_bench.Tracker.Reports.Projects());
    }

    [Fact]
    public void SpellingsOfOneTag_AreOne_AsItWasSpeltLast()
    {
        _bench.Add("Plan", Bench.Monday(12), TimeSpan.FromHours(1), null, "DEEP");
        _bench.Add("Call", Bench.Monday(9), TimeSpan.FromMinutes(10), null, "deep");
        _bench.Add("Read", Bench.Monday(10), TimeSpan.FromMinutes(20), null, "other");
        Assert.Equal(
            [
                new UsageView("DEEP", 2, TimeSpan.FromMinutes(70), Bench.Monday(12)),
                new UsageView("other", 1, TimeSpan.FromMinutes(20), Bench.Monday(10)),
            ],
            _bench.Tracker.Reports.Tags());
    }

    [Fact]
    public void MergedProjects_AreOne()
    {
        _bench.Add("Plan", Bench.Monday(12), TimeSpan.FromHours(1), "Acme");
        _bench.Add("Call", Bench.Monday(9), TimeSpan.FromMinutes(10), "Home");
        _bench.Do(new Command.RenameProject("Acme", "Home", Merge: true));
        Assert.Equal(
            [new UsageView("Home", 2, TimeSpan.FromMinutes(70), Bench.Monday(12))], _bench.Tracker.Reports.Projects());
    }

    [Fact]
    public void LastUsed_IsToldInUtc()
    {
        _bench.Add("Plan", Bench.Monday(12), TimeSpan.FromHours(1), "Acme");
        Assert.Equal(TimeSpan.Zero, _bench.Tracker.Reports.Projects()[0].LastUsed?.Offset);
    }
}
