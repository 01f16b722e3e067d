using TimeTracker.Domain;

namespace TimeTracker.Core.Tests.Queries;

/// <summary>Which questions are open, and how much of an entry's time they hold.</summary>
public sealed class ReviewTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void ANewStore_AsksNothing() => Assert.Empty(_bench.Tracker.Review());

    [Fact]
    public void AQuestion_NamesTheGapAndItsEntry()
    {
        _bench.Do(Bench.Start("Plan", "Acme"));
        _bench.Clock.Sleep(TimeSpan.FromMinutes(10));
        _bench.Do(Bench.Stop());

        var (gap, entry) = Assert.Single(_bench.Tracker.Review());

        Assert.Equal((GapKind.Suspend, entry.Entry.Id, null, false), (gap.Kind, gap.Entry, gap.Answer, gap.Removed));
        Assert.Equal(
            new GapRange(
                entry.Entry.Span.Start.Instant, entry.EndOrNow, TimeSpan.FromMinutes(10), TimeSpan.Zero, Certainty.Certain),
            gap.Range);
        Assert.Equal(("Plan", "Acme"), (entry.Entry.Description.Value, entry.Project));
    }

    [Fact]
    public void Questions_ComeByWhereTheirGapsBegin_WhateverTheirEntries()
    {
        _bench.Do(Bench.Start("Long"));
        _bench.Clock.Work(TimeSpan.FromHours(3));
        _bench.Do(Bench.Stop());
        _bench.Clock.StepWallClock(TimeSpan.FromHours(-2));
        _bench.Do(Bench.Start("Within"));
        _bench.Clock.Work(TimeSpan.FromHours(2));
        _bench.Do(Bench.Stop());
        var start = Bench.Monday(7, 41).AddDays(1).AddSeconds(13);
        Away("Long", start.AddMinutes(150));
        Away("Within", start.AddMinutes(90));
        Away("Long", start.AddMinutes(10));

        Assert.Equal(
            ["Long", "Within", "Long"], _bench.Tracker.Review().Select(asked => asked.Entry.Entry.Description.Value));
    }

    [Fact]
    public void AnAnsweredQuestion_IsOpenNoMore_UntilTheAnswerIsTakenBack()
    {
        AskAboutHalfAnHour();
        _bench.Do(new Command.Resolve(_bench.Tracker.Review()[0].Gap.Id, new Resolution.Keep()));
        Assert.Empty(_bench.Tracker.Review());
        Assert.Equal(TimeSpan.Zero, _bench.All()[0].Unanswered);
        _bench.Do(new Command.Undo());
        Assert.Single(_bench.Tracker.Review());
    }

    [Fact]
    public void ARemovedEntrysQuestion_IsNone_UntilItComesBack()
    {
        var id = AskAboutHalfAnHour();
        _bench.Do(new Command.Remove(id));
        Assert.Empty(_bench.Tracker.Review());
        Assert.Equal(TimeSpan.Zero, _bench.Tracker.Find(id)!.Unanswered);
        _bench.Do(new Command.Undo());
        Assert.Single(_bench.Tracker.Review());
        Assert.Equal(TimeSpan.FromMinutes(30), _bench.Tracker.Find(id)!.Unanswered);
    }

    [Theory]
    [InlineData(8, 12, 30)]
    [InlineData(9, 11, 0)]
    [InlineData(9, 10, 0)]
    [InlineData(10, 12, 30)]
    public void AQuestion_IsOpenForWhatItsEntryStillCovers(int from, int to, int minutes)
    {
        var id = AskAboutHalfAnHour(); // from 11:00
        _bench.Do(new Command.Edit(id, new Details(), Bench.Monday(from), Bench.Monday(to)));
        Assert.Equal(minutes > 0 ? 1 : 0, _bench.Tracker.Review().Count);
        Assert.Equal(TimeSpan.FromMinutes(minutes), _bench.Tracker.Find(id)!.Unanswered);
    }

    [Theory]
    [InlineData(9, 0, 11, 1, 1)]
    [InlineData(11, 29, 12, 0, 1)]
    [InlineData(11, 10, 11, 20, 10)]
    [InlineData(11, 30, 12, 0, 0)]
    public void OfAQuestionThatReachesOutOfItsEntry_ThePartWithinIsOpen(
        int fromHour, int fromMinute, int toHour, int toMinute, int minutes)
    {
        var id = AskAboutHalfAnHour(); // from 11:00
        var (from, to) = (Bench.Monday(fromHour, fromMinute), Bench.Monday(toHour, toMinute));
        _bench.Do(new Command.Edit(id, new Details(), from, to));
        Assert.Equal(TimeSpan.FromMinutes(minutes), _bench.Tracker.Find(id)!.Unanswered);
        Assert.Equal(minutes > 0 ? 1 : 0, _bench.Tracker.Review().Count);
    }

    [Fact]
    public void TimeThatTwoQuestionsShare_WaitsOnce()
    {
        _bench.Tracker.SetPolicy(GapKind.Overlong, new GapRule(GapAction.Ask, TimeSpan.FromHours(1)));
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.Work(TimeSpan.FromMinutes(50));
        _bench.Do(new Command.Edit(_bench.All()[0].Entry.Id, new Details { Description = "Plan B" }));
        _bench.Clock.Sleep(TimeSpan.FromMinutes(30));
        _ = _bench.Tracker.Timer();
        _bench.Clock.Work(TimeSpan.FromMinutes(10));
        _bench.Do(Bench.Stop());

        Assert.Equal(
            [(GapKind.Suspend, TimeSpan.FromMinutes(30)), (GapKind.Overlong, TimeSpan.FromMinutes(30))],
            _bench.Tracker.Review().Select(asked => (asked.Gap.Kind, asked.Gap.Range.Duration)));
        Assert.Equal(TimeSpan.FromMinutes(40), Assert.Single(_bench.All()).Unanswered);
    }

    [Fact]
    public void AQuestionWithinALongerOne_AddsNothing()
    {
        _bench.Tracker.SetPolicy(GapKind.Overlong, new GapRule(GapAction.Ask, TimeSpan.FromHours(1)));
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.Work(TimeSpan.FromMinutes(70));
        _bench.Do(new Command.Edit(_bench.All()[0].Entry.Id, new Details { Description = "Plan B" }));
        _bench.Clock.Sleep(TimeSpan.FromMinutes(5));
        _bench.Do(new Command.Edit(_bench.All()[0].Entry.Id, new Details { Description = "Plan" }));
        _bench.Clock.Work(TimeSpan.FromMinutes(45));
        _bench.Do(Bench.Stop());
        Assert.Equal(TimeSpan.FromMinutes(60), Assert.Single(_bench.All()).Unanswered);
    }

    [Fact]
    public void TwoQuestionsOfOneEntry_WaitTogether()
    {
        var id = AskAboutHalfAnHour();
        _bench.Do(new Command.ReportAway(id, Bench.Monday(9, 10), Bench.Monday(9, 20)));
        Assert.Equal(TimeSpan.FromMinutes(40), _bench.Tracker.Find(id)!.Unanswered);
    }

    private EntryId AskAboutHalfAnHour()
    {
        var id = _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(3));
        _bench.Do(new Command.ReportAway(id, Bench.Monday(11), Bench.Monday(11, 30)));
        return id;
    }

    private void Away(string description, DateTimeOffset from) => _bench.Do(new Command.ReportAway(
        _bench.All().Single(view => view.Entry.Description.Value == description).Entry.Id, from, from.AddMinutes(20)));
}
