namespace TimeTracker.Domain.Tests.Fold;

/// <summary>What the fields that won make: an entry, a project or a gap.</summary>
[Trait("Invariant", "INV-28")]
public sealed class MergedEntityTests
{
    private static readonly GapRange Range =
        new(Feed.At(1), Feed.At(2), TimeSpan.Zero, TimeSpan.Zero, Certainty.Certain);

    private readonly Feed _feed = new();

    [Fact]
    public void AnEntry_HasOfEachFieldWhatWon_AndWhoSetItsSpan()
    {
        _feed.Say(Feed.Laptop, Feed.Described("Plan") with { Span = Feed.Spanning(1).Span });
        var opener = _feed.Say(Feed.Laptop, Feed.Spanning(5));
        _feed.Say(Feed.Phone, Feed.Described("Call") with { Billable = Field.Set(true) }, seen: 2);
        var (entry, by) = EntryFold.Merge(Feed.Entry, _feed.Merged)!.Value;
        Assert.Equal(
            (Feed.Entry, "Call", true, Feed.Zoned(5), true),
            (entry.Id, entry.Description.Value, entry.Billable, entry.Span.Start, entry.IsLive));
        Assert.Same(opener, by);
    }

    [Fact]
    public void ARemovedEntry_SaysByWhom()
    {
        _feed.Say(Feed.Laptop, Feed.Described("Plan") with { Span = Feed.Spanning(1).Span });
        var removal = _feed.Say(Feed.Phone, Feed.Removing(), seen: 1);
        Assert.Equal(removal.Operation.Id, EntryFold.Merge(Feed.Entry, _feed.Merged)!.Value.Entry.RemovedBy);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void WithoutADescriptionOrASpan_ThereIsNoEntry(bool isDescribed, bool isSpanned)
    {
        _feed.Say(Feed.Laptop, new EntryPatch
        {
            Description = isDescribed ? Feed.Described("Plan").Description : default,
            Span = isSpanned ? Feed.Spanning(1).Span : default,
            Removed = Field.Set(true),
        });
        Assert.Null(EntryFold.Merge(Feed.Entry, _feed.Merged));
        Assert.Null(EntryFold.All(_feed.Operations.Select(placed => placed.Operation)));
    }

    [Fact]
    public void WhatIsSaidOfAnotherKind_IsPassedOver()
    {
        _feed.Say(Feed.Laptop, Named("Acme"));
        Assert.Null(EntryFold.All(_feed.Operations.Select(placed => placed.Operation)));
        Assert.Null(GapFold.All(_feed.Operations.Select(placed => placed.Operation)));
        Assert.Null(EntryFold.Merge(Feed.Entry, _feed.Merged));
        Assert.Null(GapFold.Merge(new GapId(Feed.Entry.Value), _feed.Merged));

        var entries = new Feed();
        entries.Say(Feed.Laptop, Feed.Described("Plan"));
        Assert.Null(ProjectFold.All(entries.Operations.Select(placed => placed.Operation)));
        Assert.Null(ProjectFold.Merge(new ProjectId(Feed.Entry.Value), entries.Merged));
    }

    [Fact]
    public void AProject_HasTheNameThatWon_RemovedOrNot()
    {
        _feed.Say(Feed.Laptop, Named("Acme"), at: 1);
        _feed.Say(Feed.Phone, Named("Apex"), at: 2);
        var id = new ProjectId(Feed.Entry.Value);
        Assert.Equal(("Apex", false), Shown());

        _feed.Say(Feed.Phone, new OperationBody.OfProject(id, new() { Removed = Field.Set(true) }), seen: 2);
        Assert.Equal(("Apex", true), Shown());

        (string, bool) Shown()
        {
            var project = ProjectFold.Merge(id, _feed.Merged)!;
            Assert.Equal(id, project.Id);
            return (project.Name.Value, project.Removed);
        }
    }

    [Fact]
    public void AGap_HasTheAnswerThatWon()
    {
        var id = new GapId(Feed.Entry.Value);
        var made = new GapPatch
        {
            Entry = Field.Set(Feed.Entry), Kind = Field.Set(GapKind.Crash), Range = Field.Set(Range),
        };
        _feed.Say(Feed.Laptop, new OperationBody.OfGap(id, made));
        Assert.Equal(new Gap(id, Feed.Entry, GapKind.Crash, Range, null, false), GapFold.Merge(id, _feed.Merged));

        var answer = new GapAnswer(AnswerKind.Keep);
        _feed.Say(Feed.Laptop, new OperationBody.OfGap(id, new() { Answer = Field.Set<GapAnswer?>(answer) }));
        Assert.Equal(new Gap(id, Feed.Entry, GapKind.Crash, Range, answer, false), GapFold.Merge(id, _feed.Merged));
        Assert.Equal(GapFold.Merge(id, _feed.Merged), GapFold.All(_feed.Operations.Select(placed => placed.Operation)));

        _feed.Say(Feed.Laptop, new OperationBody.OfGap(id, new() { Removed = Field.Set(true) }));
        Assert.True(GapFold.Merge(id, _feed.Merged)!.Removed);
    }

    [Theory]
    [InlineData(PatchFields.Entry)]
    [InlineData(PatchFields.Kind)]
    [InlineData(PatchFields.Range)]
    public void WithoutOneOfItsParts_ThereIsNoGap(PatchFields missing)
    {
        var whole = new GapPatch
        {
            Entry = Field.Set(Feed.Entry), Kind = Field.Set(GapKind.Crash), Range = Field.Set(Range),
        };
        Assert.Null(GapFold.Apply(null, new GapId(Feed.Entry.Value), whole.Only(whole.Fields & ~missing)));
    }

    [Fact]
    public void NothingToFold_IsABug()
    {
        Assert.Throws<ArgumentNullException>("fields", () => EntryFold.Merge(Feed.Entry, null!));
        Assert.Throws<ArgumentNullException>("fields", () => ProjectFold.Merge(default, null!));
        Assert.Throws<ArgumentNullException>("fields", () => GapFold.Merge(default, null!));
        Assert.Throws<ArgumentNullException>("operations", () => EntryFold.All(null!));
        Assert.Throws<ArgumentNullException>("operations", () => ProjectFold.All(null!));
        Assert.Throws<ArgumentNullException>("operations", () => GapFold.All(null!));
        Assert.Throws<ArgumentNullException>("patch", () => EntryFold.Apply(null, Feed.Entry, null!, Feed.Id(1)));
        Assert.Throws<ArgumentNullException>("patch", () => ProjectFold.Apply(null, default, null!));
        Assert.Throws<ArgumentNullException>("patch", () => GapFold.Apply(null, default, null!));
    }

    private static OperationBody.OfProject Named(string name)
    {
        Assert.True(ProjectName.TryParse(name, out var parsed, out _));
        return new(new ProjectId(Feed.Entry.Value), new() { Name = Field.Set(parsed) });
    }
}
