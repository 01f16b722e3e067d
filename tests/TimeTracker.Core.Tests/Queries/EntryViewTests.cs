using TimeTracker.Domain;

namespace TimeTracker.Core.Tests.Queries;

/// <summary>How an entry is shown, whoever asks for it.</summary>
public sealed class EntryViewTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void AnEntry_IsFoundByItsId_AsItWasBooked()
    {
        _bench.Add("Call", Bench.Monday(8), TimeSpan.FromHours(1));
        var details = new Details { Description = "Plan", Project = "Acme", Tags = ["q1", "deep"], Billable = true };
        var made = _bench.Do(new Command.Add(details, Bench.Monday(9), Bench.Monday(10, 30))).Changed[0].Entry;

        var found = _bench.Tracker.Find(made.Id)!;

        Assert.Equal(made, found.Entry);
        Assert.Equal(
            ("Plan", "Acme", "deep, q1", true, TimeSpan.FromMinutes(90)),
            (found.Entry.Description.Value, found.Project, found.Entry.Tags.ToString(), found.Entry.Billable, found.Duration));
    }

    [Fact]
    public void AnEntrysTimes_KeepTheZoneInWhichTheyWereBooked()
    {
        var id = _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1));
        _bench.Clock.Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Kolkata");
        var span = Assert.IsType<EntrySpan.Closed>(_bench.Tracker.Find(id)!.Entry.Span);
        Assert.Equal(("2027-03-08T10:00:00+01:00", "Europe/Berlin"), (span.Start.ToString(), span.Start.ZoneId));
        Assert.Equal(("2027-03-08T11:00:00+01:00", "Europe/Berlin"), (span.End.ToString(), span.End.ZoneId));
    }

    [Fact]
    public void AnIdThatNoEntryHas_FindsNone() => Assert.Null(_bench.Tracker.Find(new EntryId(Guid.CreateVersion7())));

    [Fact]
    public void ARemovedEntry_IsFoundAndSaysThatItWasRemoved()
    {
        var id = _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1));
        _bench.Do(new Command.Remove(id));
        Assert.False(_bench.Tracker.Find(id)!.Entry.IsLive);
    }

    [Fact]
    public void ACancelledEntry_StandsStill()
    {
        var id = _bench.Do(Bench.Start("Plan")).Changed[0].Entry.Id;
        _bench.Clock.Work(TimeSpan.FromMinutes(5));
        _bench.Do(new Command.Cancel());
        _bench.Do(Bench.Start("Call"));
        _bench.Clock.Work(TimeSpan.FromMinutes(5));
        Assert.Equal(TimeSpan.Zero, _bench.Tracker.Find(id)!.Duration);
    }

    [Fact]
    public void WhatWasChangedOnAnEntry_IsShown()
    {
        var id = _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1), "Acme", "deep");
        _bench.Do(new Command.Edit(id, new Details { Description = "Plan B", Project = "", Tags = [] }));
        var view = _bench.Tracker.Find(id)!;
        Assert.Equal(("Plan B", null, 0), (view.Entry.Description.Value, view.Project, view.Entry.Tags.Count));
    }

    [Fact]
    public void AProject_IsShownByTheNameThatItHasNow()
    {
        var id = _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1), "Acme");
        _bench.Do(new Command.RenameProject("Acme", "Apex"));
        Assert.Equal("Apex", _bench.Tracker.Find(id)!.Project);
    }

    [Fact]
    public void AProjectsName_InAnotherSpelling_IsTheSameProject()
    {
        _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1), "Acme Ltd");
        _bench.Add("Call", Bench.Monday(10), TimeSpan.FromHours(1), " ACME  LTD");
        Assert.Equal(["Acme Ltd", "Acme Ltd"], _bench.All().Select(view => view.Project));
    }

    [Fact]
    public void WhatRuns_EndsWhereTheReadingIs()
    {
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.Work(TimeSpan.FromMinutes(25));
        var view = Assert.Single(_bench.All());
        Assert.Equal(
            (Instant.Nearest(_bench.Clock.Utc), TimeSpan.FromMinutes(25), Certainty.Certain),
            (view.EndOrNow, view.Duration, view.Certainty));
    }

    [Fact]
    public void WhatRunsAcrossAReboot_IsEstimated()
    {
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.Reboot(TimeSpan.FromMinutes(10));
        Assert.Equal(Certainty.Estimated, Assert.Single(_bench.All()).Certainty);
    }

    [Fact]
    public void OnlyEntriesThatShareTime_SaySo()
    {
        BookOverWhatIsBooked();
        Assert.Equal([("Long", false), ("Next", true), ("Again", true)], Overlaps());
    }

    [Fact]
    [Trait("Invariant", "INV-07")]
    public void EntriesThatShareTimeNoMore_SaySoNoMore_UntilTheyDoAgain()
    {
        var again = BookOverWhatIsBooked();
        _bench.Do(new Command.Remove(again));
        Assert.Equal([("Long", false), ("Next", false)], Overlaps());
        _bench.Do(new Command.Undo());
        Assert.Equal([("Long", false), ("Next", true), ("Again", true)], Overlaps());

        _bench.Do(new Command.Edit(again, new Details(), From: _bench.Clock.Utc - TimeSpan.FromMinutes(10)));
        Assert.Equal([("Long", false), ("Next", false), ("Again", false)], Overlaps());
    }

    [Fact]
    public void WhileNothingRuns_ThereIsNoCurrentEntry()
    {
        _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1));
        Assert.Null(_bench.Tracker.CurrentEntry());
    }

    [Fact]
    public void TheEntryThatRuns_IsTheCurrentOne()
    {
        _bench.Do(Bench.Start("Plan", "Acme"));
        _bench.Clock.Work(TimeSpan.FromMinutes(4));
        var current = _bench.Tracker.CurrentEntry()!;
        Assert.Equal(
            ("Plan", "Acme", TimeSpan.FromMinutes(4)), (current.Entry.Description.Value, current.Project, current.Duration));
    }

    [Fact]
    public void DuringABreak_TheCurrentEntryIsTheOneBeforeIt()
    {
        Pause("Plan");
        Assert.Equal("Plan", _bench.Tracker.CurrentEntry()?.Entry.Description.Value);
    }

    [Fact]
    public void ABreakThatWasStopped_LeavesNoCurrentEntry()
    {
        Pause("Plan");
        _bench.Do(Bench.Stop());
        Assert.Null(_bench.Tracker.CurrentEntry());
    }

    [Fact]
    public void ABreakWhoseEntryWasRemoved_IsNone()
    {
        Pause("Plan");
        _bench.Do(new Command.Remove(_bench.Tracker.CurrentEntry()!.Entry.Id));
        Assert.Null(_bench.Tracker.CurrentEntry());
    }

    [Fact]
    public void WhatGoesOnAfterABreak_NamesWhatItContinues()
    {
        Pause("Plan");
        var before = _bench.Tracker.CurrentEntry()!.Entry.Id;
        _bench.Do(new Command.Resume(When.Now.Value));
        Assert.Equal(before, _bench.Tracker.CurrentEntry()!.Entry.Continues);
    }

    private void Pause(string description)
    {
        _bench.Do(Bench.Start(description));
        _bench.Clock.Work(TimeSpan.FromMinutes(4));
        _bench.Do(new Command.Suspend(When.Now.Value));
        _bench.Clock.Work(TimeSpan.FromMinutes(1));
    }

    /// <summary>The clock is set back, so that the last of three entries begins before the one before has ended.</summary>
    private EntryId BookOverWhatIsBooked()
    {
        _bench.Do(Bench.Start("Long"));
        _bench.Clock.Work(TimeSpan.FromHours(1));
        _bench.Do(new Command.Switch(new Details { Description = "Next" }, When.Now.Value));
        _bench.Clock.Work(TimeSpan.FromHours(1));
        _bench.Do(Bench.Stop());
        _bench.Clock.StepWallClock(TimeSpan.FromMinutes(-30));
        var again = _bench.Do(Bench.Start("Again")).Changed[^1].Entry.Id;
        _bench.Clock.Work(TimeSpan.FromHours(1));
        _bench.Do(Bench.Stop());
        return again;
    }

    private IEnumerable<(string, bool)> Overlaps() =>
        _bench.All().Select(view => (view.Entry.Description.Value, view.Overlaps));
}
