using TimeTracker.Domain;

namespace TimeTracker.Core.Tests;

public sealed class TrackerTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void StartAndStop_AreThereAfterReopening()
    {
        _bench.Do(Bench.Start("Write the report", "Acme", "deep", "q1"));
        _bench.Clock.Work(TimeSpan.FromMinutes(25));
        _bench.Reopen();
        Assert.IsType<TimerState.Running>(_bench.Tracker.Timer().State);
        _bench.Do(Bench.Stop());
        _bench.Reopen();

        var view = Assert.Single(_bench.All());
        Assert.Equal("Write the report", view.Entry.Description.Value);
        Assert.Equal("Acme", view.Project);
        Assert.Equal(["deep", "q1"], view.Entry.Tags);
        Assert.Equal(TimeSpan.FromMinutes(25), view.Duration);
        Assert.Equal(Certainty.Certain, view.Certainty);
    }

    [Fact]
    public void Timer_WhileRunning_Ticks()
    {
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.Work(TimeSpan.FromMinutes(3));
        Assert.Equal(TimeSpan.FromMinutes(3), _bench.Tracker.Timer().Entry!.Duration);
        _bench.Clock.StepWallClock(TimeSpan.FromHours(-9));
        _bench.Clock.Work(TimeSpan.FromMinutes(3));
        Assert.Equal(TimeSpan.FromMinutes(6), _bench.Tracker.Timer().Entry!.Duration);
    }

    [Fact]
    public void Timer_Today_CountsFromTheLocalMidnight()
    {
        _bench.Clock.Utc = new DateTimeOffset(2027, 3, 9, 22, 30, 0, TimeSpan.Zero); // 23:30 in Berlin
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.Work(TimeSpan.FromMinutes(50));
        Assert.Equal(TimeSpan.FromMinutes(20), _bench.Tracker.Timer().Today);
        _bench.Do(Bench.Stop());
        Assert.Equal(TimeSpan.FromMinutes(20), _bench.Tracker.Timer().Today);
        Assert.Equal(TimeSpan.FromMinutes(50), Assert.Single(_bench.All()).Duration);
    }

    [Fact]
    public void Entries_AreFilteredByTimeProjectTagAndText()
    {
        _bench.Do(Bench.Start("Write the report", "Acme", "Deep"));
        _bench.Clock.Work(TimeSpan.FromHours(1));
        _bench.Do(new Command.Switch(new Details { Description = "Call", Project = "Home" }, When.Now.Value));
        _bench.Clock.Work(TimeSpan.FromHours(1));
        _bench.Do(Bench.Stop());
        var all = new EntryQuery(_bench.Clock.Utc.AddDays(-1), _bench.Clock.Utc);

        Assert.Equal(2, _bench.Tracker.Entries(all).Count);
        Assert.Equal("Call", Only(all with { Projects = [new(" HOME")] }));
        Assert.Equal("Write the report", Only(all with { Tags = [new("deep")] }));
        Assert.Equal("Write the report", Only(all with { Text = "REPORT" }));
        Assert.Equal("Call", Only(all with { From = _bench.Clock.Utc.AddHours(-1) }));
        Assert.Equal("Write the report", Only(all with { To = _bench.Clock.Utc.AddHours(-1) }));
        Assert.Empty(_bench.Tracker.Entries(all with { Projects = [new("Nobody")] }));

        string Only(EntryQuery query) => Assert.Single(_bench.Tracker.Entries(query)).Entry.Description.Value;
    }

    [Fact]
    public void Changes_ByAnotherProgram_AreNoticed()
    {
        var before = _bench.Tracker.Changes();
        Assert.Equal(before, _bench.Tracker.Changes());
        using (var other = _bench.Open())
        {
            Assert.IsType<CommandResult.Done>(other.Execute(Bench.Start("Plan")));
        }

        Assert.NotEqual(before, _bench.Tracker.Changes());
    }

    [Fact]
    [Trait("Invariant", "INV-03")]
    [Trait("Fix", "5")]
    public void ARepeatOfACommand_GivesTheFirstResultAndChangesNothing()
    {
        var id = Tracker.NewCommandId();
        var first = Assert.IsType<CommandResult.Done>(_bench.Tracker.Execute(id, Bench.Start("Plan")));
        _bench.Do(new Command.Edit(first.Changed[0].Entry.Id, new Details { Description = "Plan B" }));
        _bench.Do(Bench.Stop());
        var operations = Operations();

        var again = Assert.IsType<CommandResult.Done>(_bench.Tracker.Execute(id, Bench.Start("Plan")));

        Assert.True(again.Repeated);
        Assert.Equal(first.Changed[0].Entry, again.Changed[0].Entry);
        Assert.Equal(operations, Operations());
    }

    [Fact]
    [Trait("Invariant", "INV-10")]
    public void OtherContentUnderAUsedId_IsRefused()
    {
        var id = Tracker.NewCommandId();
        _bench.Tracker.Execute(id, Bench.Start("Plan"));
        var other = Assert.IsType<CommandResult.Rejected>(_bench.Tracker.Execute(id, Bench.Start("Call")));
        Assert.Equal(RejectionCode.IdReused, other.Rejection.Code);
    }

    [Fact]
    public void ARejectedCommandAndOneWithNothingToDo_WriteNothing()
    {
        _bench.Do(Bench.Start("Plan"));
        var operations = Operations();

        Assert.IsType<CommandResult.Rejected>(_bench.Tracker.Execute(Bench.Start("Call")));
        Assert.IsType<CommandResult.NothingToDo>(_bench.Tracker.Execute(new Command.Resume(When.Now.Value)));
        Assert.Equal(operations, Operations());
    }

    [Fact]
    public void Done_ShowsWhatTheCommandChanged()
    {
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.Work(TimeSpan.FromMinutes(5));
        var done = _bench.Do(new Command.Switch(new Details { Description = "Call", Project = "Acme" }, When.Now.Value));

        Assert.Equal(["Plan", "Call"], done.Changed.Select(view => view.Entry.Description.Value));
        Assert.Equal(TimeSpan.FromMinutes(5), done.Changed[0].Duration);
        Assert.True(done.Changed[1].Entry.IsRunning);
        Assert.Equal("Acme", done.Changed[1].Project);
    }

    [Fact]
    [Trait("Invariant", "INV-04")]
    public void ManyThreadsThatStartATimer_StartOne()
    {
        var results = new CommandResult[40];
        Parallel.For(0, results.Length, i => results[i] = _bench.Tracker.Execute(Bench.Start($"Task {i}")));

        Assert.Single(results, result => result is CommandResult.Done);
        Assert.All(results.OfType<CommandResult.Rejected>(), rejected =>
            Assert.Equal(RejectionCode.AlreadyRunning, rejected.Rejection.Code));
    }

    [Fact]
    public void ManyThreadsThatReadAndWrite_DoNotDisturbEachOther()
    {
        Parallel.For(0, 60, i =>
        {
            var from = _bench.Clock.Utc.AddMinutes(-100 + i);
            if (i % 3 == 0)
            {
                _ = _bench.Tracker.Timer();
            }
            else
            {
                _bench.Do(new Command.Add(new Details { Description = $"Task {i}" }, from, from.AddSeconds(30)));
            }
        });

        Assert.Equal(40, _bench.All().Count);
    }

    private long Operations()
    {
        using var store = new RawStore(_bench.StorePath);
        return store.Ask<long>("SELECT count(*) FROM operation");
    }
}
