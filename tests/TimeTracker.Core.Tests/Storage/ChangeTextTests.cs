using TimeTracker.Core.Storage;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Tests.Storage;

/// <summary>What people read of an operation.</summary>
public sealed class ChangeTextTests : IDisposable
{
    private static readonly EntryId Entry = new(Guid.CreateVersion7());
    private static readonly ProjectId Project = ProjectId.For(ProjectName.Parse("Acme"));
    private static readonly GapId Gap = new(Guid.CreateVersion7());
    private static readonly ZonedInstant Nine = new(Instant.Nearest(Bench.Monday(8)), "Europe/Berlin", 60);
    private static readonly ZonedInstant Ten = new(Instant.Nearest(Bench.Monday(9)), "Europe/Berlin", 60);

    private readonly Bench _bench = new();
    private readonly Database _database;
    private readonly ReadSnapshot _snapshot;

    public ChangeTextTests()
    {
        _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1), "Acme");
        _database = Database.Open(_bench.StorePath, StoreSchema.Current);
        _snapshot = _database.BeginRead();
    }

    public static TheoryData<string, EntryPatch> Patches => new()
    {
        { "description 'Plan'", new() { Description = Field.Set(Description.Parse("Plan")) } },
        { "2027-03-08 09:00:00 +01:00 to 2027-03-08 10:00:00 +01:00", new() { Span = Field.Set<EntrySpan>(new EntrySpan.Closed(Nine, Ten)) } },
        { "running since 2027-03-08 09:00:00 +01:00", new() { Span = Field.Set<EntrySpan>(new EntrySpan.Open(Nine, Ten.Instant)) } },
        { "no project", new() { Project = Field.Set<ProjectId?>(null) } },
        { "project 'Acme'", new() { Project = Field.Set<ProjectId?>(Project) } },
        { "a project not known here", new() { Project = Field.Set<ProjectId?>(new(Guid.CreateVersion7())) } },
        { "no tags", new() { Tags = Field.Set(TagSet.Empty) } },
        { "tags deep q1", new() { Tags = Field.Set(TagSet.Parse(["q1", "deep"])) } },
        { "billable", new() { Billable = Field.Set(true) } },
        { "not billable", new() { Billable = Field.Set(false) } },
        { "a break after it", new() { Paused = Field.Set(true) } },
        { "no break after it", new() { Paused = Field.Set(false) } },
        { "removed", new() { Removed = Field.Set(true) } },
        { "not removed", new() { Removed = Field.Set(false) } },
        { "", new() },
    };

    public void Dispose()
    {
        _snapshot.Dispose();
        _database.Dispose();
        _bench.Dispose();
    }

    [Theory]
    [MemberData(nameof(Patches))]
    public void AFieldOfAnEntry_IsSaidInWords(string text, EntryPatch patch) =>
        Assert.Equal(text, Said(new OperationBody.OfEntry(Entry, patch)));

    [Fact]
    public void SeveralFields_AreSaidOneAfterTheOther() => Assert.Equal(
        "description 'Plan', running since 2027-03-08 09:00:00 +01:00, no project, no tags, billable, a break after it, removed",
        Said(new OperationBody.OfEntry(Entry, Everything)));

    [Theory]
    [InlineData(PatchFields.Description, "description 'Plan'")]
    [InlineData(PatchFields.Project, "no project")]
    [InlineData(PatchFields.Span, "running since 2027-03-08 09:00:00 +01:00")]
    [InlineData(PatchFields.RunsOn, "running since 2027-03-08 09:00:00 +01:00")]
    [InlineData(PatchFields.Removed, "removed")]
    public void OfOneField_NothingElseIsSaid(PatchFields field, string text) =>
        Assert.Equal(text, ChangeText.Of(_snapshot, new OperationBody.OfEntry(Entry, Everything), field));

    [Fact]
    public void WhatBringsARemovedEntryBack_IsSaidWhole() => Assert.Equal(
        "billable, a break after it",
        ChangeText.Of(
            _snapshot,
            new OperationBody.OfEntry(Entry, new() { Billable = Field.Set(true), Paused = Field.Set(true) }),
            PatchFields.Removed));

    [Theory]
    [InlineData("Apex", null, "name 'Apex'")]
    [InlineData(null, true, "removed")]
    [InlineData("Apex", false, "name 'Apex', not removed")]
    public void AProject_IsSaidInWords(string? name, bool? removed, string text) => Assert.Equal(
        text,
        Said(new OperationBody.OfProject(Project, new()
        {
            Name = name is null ? default : Field.Set(ProjectName.Parse(name)),
            Removed = removed is { } given ? Field.Set(given) : default,
        })));

    [Fact]
    public void AGap_IsSaidInWords()
    {
        Assert.Equal("a gap", Said(new OperationBody.OfGap(Gap, new())));
        Assert.Equal("answer none", Said(new OperationBody.OfGap(Gap, new() { Answer = Field.Set<GapAnswer?>(null) })));
        Assert.Equal(
            "answer Keep",
            Said(new OperationBody.OfGap(Gap, new() { Answer = Field.Set<GapAnswer?>(new(AnswerKind.Keep)) })));
    }

    [Fact]
    public void WhatIsNotUnderstood_IsSaidToBe() => Assert.Equal(
        "goal.set: made by a newer program",
        Said(new OperationBody.NotUnderstood(Entry.Value, "goal.set", "made by a newer program")));

    private static EntryPatch Everything => new()
    {
        Description = Field.Set(Description.Parse("Plan")),
        Span = Field.Set<EntrySpan>(new EntrySpan.Open(Nine, Ten.Instant)),
        Project = Field.Set<ProjectId?>(null),
        Tags = Field.Set(TagSet.Empty),
        Billable = Field.Set(true),
        Paused = Field.Set(true),
        Removed = Field.Set(true),
    };

    private string Said(OperationBody body) => ChangeText.Of(_snapshot, body);
}
