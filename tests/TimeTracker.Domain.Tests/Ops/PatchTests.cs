namespace TimeTracker.Domain.Tests.Ops;

/// <summary>What a patch says, field by field, and what takes it back.</summary>
public sealed class PatchTests
{
    private static readonly EntryId Id = new(new Guid("018f0000-0000-7000-8000-0000000000b1"));
    private static readonly GapId Gap = new(new Guid("018f0000-0000-7000-8000-0000000000c1"));
    private static readonly ProjectId Project = new(new Guid("018f0000-0000-7000-8000-0000000000a1"));
    private static readonly OperationId By = OperationId.FromMinted(new Guid("018f0000-0000-7000-8000-000000000001"));
    private static readonly ZonedInstant Morning = new(Instant.Nearest(Desk.Morning), "UTC", 0);

    private static readonly EntryPatch Made = new()
    {
        Description = Field.Set(Description.Parse("Plan")),
        Project = Field.Set<ProjectId?>(null),
        Tags = Field.Set(TagSet.Empty),
        Billable = Field.Set(false),
        Span = Field.Set<EntrySpan>(new EntrySpan.Open(Morning, Morning.Instant)),
        Continues = Field.Set<EntryId?>(null),
        Paused = Field.Set(false),
        Removed = Field.Set(false),
    };

    private static readonly EntryPatch Changed = new()
    {
        Description = Field.Set(Description.Parse("Call")),
        Project = Field.Set<ProjectId?>(Project),
        Tags = Field.Set(TagSet.Parse(["a"])),
        Billable = Field.Set(true),
        Span = Field.Set<EntrySpan>(new EntrySpan.Closed(Morning, Morning)),
        Continues = Field.Set<EntryId?>(Id),
        Paused = Field.Set(true),
        Removed = Field.Set(true),
    };

    private static readonly GapPatch Found = new()
    {
        Entry = Field.Set(Id),
        Kind = Field.Set(GapKind.Crash),
        Range = Field.Set(RangeOf(slept: 0)),
        Answer = Field.Set<GapAnswer?>(null),
        Removed = Field.Set(false),
    };

    private static readonly GapPatch Answered = new()
    {
        Entry = Field.Set(new EntryId(Guid.Empty)),
        Kind = Field.Set(GapKind.Suspend),
        Range = Field.Set(RangeOf(slept: 1)),
        Answer = Field.Set<GapAnswer?>(new GapAnswer(AnswerKind.Keep)),
        Removed = Field.Set(true),
    };

    private static readonly ProjectPatch Named = new()
    {
        Name = Field.Set(ProjectName.Parse("Acme")), Removed = Field.Set(false),
    };

    private static readonly ProjectPatch Renamed = new()
    {
        Name = Field.Set(ProjectName.Parse("Apex")), Removed = Field.Set(true),
    };

    public static TheoryData<PatchFields> OfEntries { get; } = [.. Each(Changed.Fields)];

    public static TheoryData<PatchFields> OfGaps { get; } = [.. Each(Answered.Fields)];

    public static TheoryData<PatchFields> OfProjects { get; } = [.. Each(Renamed.Fields)];

    [Theory]
    [MemberData(nameof(OfEntries))]
    public void AnEntrysField_IsSetAloneAndTakenBackAlone(PatchFields field)
    {
        var (one, rest) = (Changed.Only(field), Changed.Only(Changed.Fields & ~field));
        Assert.Equal((field, Changed.Fields & ~field), (one.Fields, rest.Fields));
        Assert.Equal(Changed, one.Over(rest));
        Assert.Equal(Changed, rest.Over(one));
        Assert.Equal(Changed, Changed.Over(Made));
        Assert.Equal(rest.Over(Made).Only(field), Made.Only(field));
        Assert.True(one.Touches(Changed));
        Assert.False(one.Touches(rest));
        Assert.False(one.IsEmpty);

        var before = EntryFold.Apply(null, Id, Made, By)!;
        var after = EntryFold.Apply(before, Id, one, By)!;
        Assert.NotEqual(before, after);
        Assert.Equal(field, one.Inverse(before).Fields);
        Assert.Equal(before, EntryFold.Apply(after, Id, one.Inverse(before), By));
    }

    [Theory]
    [MemberData(nameof(OfGaps))]
    public void AGapsField_IsSetAloneAndTakenBackAlone(PatchFields field)
    {
        var (one, rest) = (Answered.Only(field), Answered.Only(Answered.Fields & ~field));
        Assert.Equal((field, Answered.Fields & ~field), (one.Fields, rest.Fields));
        Assert.Equal(Answered, one.Over(rest));
        Assert.Equal(Answered, rest.Over(one));
        Assert.Equal(Answered, Answered.Over(Found));
        Assert.True(one.Touches(Answered));
        Assert.False(one.Touches(rest));

        var before = GapFold.Apply(null, Gap, Found)!;
        var after = GapFold.Apply(before, Gap, one)!;
        Assert.NotEqual(before, after);
        Assert.Equal(field, one.Inverse(before).Fields);
        Assert.Equal(before, GapFold.Apply(after, Gap, one.Inverse(before)));
    }

    [Theory]
    [MemberData(nameof(OfProjects))]
    public void AProjectsField_IsSetAloneAndTakenBackAlone(PatchFields field)
    {
        var (one, rest) = (Renamed.Only(field), Renamed.Only(Renamed.Fields & ~field));
        Assert.Equal((field, Renamed.Fields & ~field), (one.Fields, rest.Fields));
        Assert.Equal(Renamed, one.Over(rest));
        Assert.Equal(Renamed, rest.Over(one));
        Assert.Equal(Renamed, Renamed.Over(Named));
        Assert.True(one.Touches(Renamed));
        Assert.False(one.Touches(rest));

        var before = ProjectFold.Apply(null, Project, Named)!;
        var after = ProjectFold.Apply(before, Project, one)!;
        Assert.NotEqual(before, after);
        Assert.Equal(field, one.Inverse(before).Fields);
        Assert.Equal(before, ProjectFold.Apply(after, Project, one.Inverse(before)));
    }

    [Fact]
    public void ABody_SaysOfItsKindWhatItsPatchSays()
    {
        (OperationBody Body, OperationBody Removing, Guid Entity, PatchFields Fields)[] bodies =
        [
            (
                new OperationBody.OfEntry(Id, Changed),
                new OperationBody.OfEntry(Id, new() { Removed = Field.Set(true) }),
                Id.Value,
                Changed.Fields),
            (
                new OperationBody.OfGap(Gap, Answered),
                new OperationBody.OfGap(Gap, new() { Removed = Field.Set(true) }),
                Gap.Value,
                Answered.Fields),
            (
                new OperationBody.OfProject(Project, Renamed),
                new OperationBody.OfProject(Project, new() { Removed = Field.Set(true) }),
                Project.Value,
                Renamed.Fields),
        ];
        Assert.All(bodies, each =>
        {
            Assert.Equal((each.Entity, each.Fields), (each.Body.EntityId, each.Body.Fields));
            Assert.Equal(PatchFields.Removed, each.Body.Only(PatchFields.Removed).Fields);
            Assert.Equal(each.Removing, each.Body.Removing(true));
        });
    }

    [Fact]
    public void WhatIsNotUnderstood_StaysAsItIs()
    {
        var unknown = new OperationBody.NotUnderstood(Id.Value, "new", "newer");
        Assert.Equal((Id.Value, PatchFields.None), (unknown.EntityId, unknown.Fields));
        Assert.Same(unknown, unknown.Only(PatchFields.Removed));
        Assert.Same(unknown, unknown.Removing(true));
    }

    [Fact]
    public void APatchThatSaysNothing_IsEmpty() => Assert.True(new EntryPatch().IsEmpty);

    [Fact]
    public void NoPatchAndNothingBefore_AreBugs()
    {
        Assert.Throws<ArgumentNullException>("other", () => Made.Touches(null!));
        Assert.Throws<ArgumentNullException>("before", () => Made.Over(null!));
        Assert.Throws<ArgumentNullException>("before", () => new EntryPatch().Inverse(null!));
        Assert.Throws<ArgumentNullException>("other", () => Found.Touches(null!));
        Assert.Throws<ArgumentNullException>("before", () => Found.Over(null!));
        Assert.Throws<ArgumentNullException>("before", () => new GapPatch().Inverse(null!));
        Assert.Throws<ArgumentNullException>("other", () => Named.Touches(null!));
        Assert.Throws<ArgumentNullException>("before", () => Named.Over(null!));
        Assert.Throws<ArgumentNullException>("before", () => new ProjectPatch().Inverse(null!));
    }

    private static GapRange RangeOf(int slept) =>
        new(Morning.Instant, Morning.Instant, TimeSpan.FromSeconds(slept), TimeSpan.Zero, Certainty.Certain);

    private static IEnumerable<PatchFields> Each(PatchFields fields) =>
        Enum.GetValues<PatchFields>().Where(field => field != PatchFields.None && fields.HasFlag(field));
}
