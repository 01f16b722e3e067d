namespace TimeTracker.Domain.Tests.Fold;

/// <summary>What two devices said of one entity, merged field by field.</summary>
[Trait("Invariant", "INV-28")]
[Trait("Invariant", "INV-29")]
public sealed class MergeFoldTests
{
    private readonly Feed _feed = new();

    [Fact]
    public void WhoKnewTheOther_StandsOverIt_WhateverTheClocksSay()
    {
        _feed.Say(Feed.Laptop, Feed.Described("Plan"), at: 60);
        var second = _feed.Say(Feed.Phone, Feed.Described("Call"), at: 0, seen: 1);
        Expect(PatchFields.Description, second);
    }

    [Fact]
    public void OneDevicesLaterWord_StandsOverItsEarlierOne()
    {
        _feed.Say(Feed.Laptop, Feed.Described("Plan"), at: 60);
        Expect(PatchFields.Description, _feed.Say(Feed.Laptop, Feed.Described("Call"), at: 0));
    }

    [Theory]
    [InlineData(1, 2, true)]
    [InlineData(2, 1, false)]
    [InlineData(1, 1, true)]
    public void OfTwoThatDidNotKnowEachOther_TheLaterIsShown_AndTheOtherIsAConflict(
        int first, int second, bool isSecond)
    {
        var plan = _feed.Say(Feed.Laptop, Feed.Described("Plan"), at: first);
        var call = _feed.Say(Feed.Phone, Feed.Described("Call"), at: second);
        var (winner, loser) = isSecond ? (call, plan) : (plan, call);
        Expect(PatchFields.Description, winner, loser);
    }

    [Theory]
    [InlineData(1, 2, true)]
    [InlineData(2, 1, false)]
    public void TwoThatSayTheSame_AreNoConflict_AndTheLaterCounts(int first, int second, bool isSecond)
    {
        var one = _feed.Say(Feed.Laptop, Feed.Described("Plan") with { Billable = Field.Set(true) }, at: first);
        var two = _feed.Say(Feed.Phone, Feed.Described("Plan"), at: second);
        Expect(PatchFields.Description, isSecond ? two : one);
        Assert.Same(one, _feed.Merged.WinnerOf(PatchFields.Billable));
    }

    [Fact]
    public void TwoFields_AreTwoQuestions()
    {
        var plan = _feed.Say(Feed.Laptop, Feed.Described("Plan"));
        var billed = _feed.Say(Feed.Phone, new EntryPatch { Billable = Field.Set(true) });
        Assert.Empty(_feed.Merged.Conflicts);
        Assert.Equal([PatchFields.Description, PatchFields.Billable], _feed.Merged.Winners.Keys);
        Assert.Equal([plan, billed], _feed.Merged.Winners.Values);
    }

    [Fact]
    public void WhoKnewBoth_SettlesTheConflict()
    {
        _feed.Say(Feed.Laptop, Feed.Described("Plan"));
        _feed.Say(Feed.Phone, Feed.Described("Call"));
        Expect(PatchFields.Description, _feed.Say(Feed.Laptop, Feed.Described("Write"), seen: 2));
    }

    [Fact]
    public void WhoKnewOnlyTheWinner_LeavesTheConflictWithTheOther()
    {
        var plan = _feed.Say(Feed.Laptop, Feed.Described("Plan"), at: 1);
        _feed.Say(Feed.Phone, Feed.Described("Call"), at: 2);
        Expect(PatchFields.Description, _feed.Say(Feed.Phone, Feed.Described("Write"), at: 3), plan);
    }

    [Fact]
    public void EachThatLost_IsKept()
    {
        var plan = _feed.Say(Feed.Laptop, Feed.Described("Plan"), at: 1);
        var call = _feed.Say(Feed.Phone, Feed.Described("Call"), at: 3);
        var write = _feed.Say(new DeviceId(Guid.Empty), Feed.Described("Write"), at: 2);
        Expect(PatchFields.Description, call, plan, write);
    }

    [Fact]
    public void AChangeThatDidNotKnowOfTheRemoval_StandsOverIt()
    {
        var made = _feed.Say(Feed.Laptop, Feed.Described("Plan"));
        var removal = _feed.Say(Feed.Laptop, Feed.Removing());
        var change = _feed.Say(Feed.Phone, new EntryPatch { Billable = Field.Set(true) }, seen: 1);
        ExpectNotRemoved(change, removal);
        Assert.Same(made, _feed.Merged.WinnerOf(PatchFields.Description));
    }

    [Fact]
    public void ARemovalThatDidNotKnowOfAChange_LosesAgainstTheFirstSuch()
    {
        _feed.Say(Feed.Phone, Feed.Described("Plan"));
        var known = _feed.Say(Feed.Phone, new EntryPatch { Billable = Field.Set(true) });
        var first = _feed.Say(Feed.Phone, Feed.Described("Call"));
        _feed.Say(Feed.Phone, Feed.Described("Write"));
        var removal = _feed.Say(Feed.Laptop, Feed.Removing(), at: 60, seen: known.FeedNo!.Value);
        ExpectNotRemoved(first, removal);
    }

    [Fact]
    public void ARemovalThatKnewEveryChange_Removes()
    {
        _feed.Say(Feed.Phone, Feed.Described("Plan"));
        _feed.Say(Feed.Phone, Feed.Described("Call"));
        Expect(PatchFields.Removed, _feed.Say(Feed.Laptop, Feed.Removing(), seen: 2));
    }

    [Fact]
    public void AChangeThatKnewOfTheRemoval_LeavesItRemoved()
    {
        _feed.Say(Feed.Phone, Feed.Described("Plan"));
        var removal = _feed.Say(Feed.Laptop, Feed.Removing(), seen: 1);
        _feed.Say(Feed.Phone, Feed.Described("Call"), seen: 2);
        Expect(PatchFields.Removed, removal);
    }

    [Fact]
    public void ARemovalThatKnewTheLostOne_Removes_AndSettlesIt()
    {
        _feed.Say(Feed.Phone, Feed.Described("Plan"));
        _feed.Say(Feed.Laptop, Feed.Removing());
        Expect(PatchFields.Removed, _feed.Say(Feed.Laptop, Feed.Removing(), seen: 2));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void WhereOneRemovalStands_AnotherThatLostIsNoConflict_InWhateverOrder(bool lostFirst)
    {
        _feed.Say(Feed.Phone, Feed.Described("Plan"));
        var first = _feed.Say(lostFirst ? Feed.Laptop : Feed.Phone, Feed.Removing());
        var second = _feed.Say(lostFirst ? Feed.Phone : Feed.Laptop, Feed.Removing());
        Expect(PatchFields.Removed, lostFirst ? second : first);
    }

    [Fact]
    public void WhatIsShownAgain_IsNoConflictAnyMore()
    {
        _feed.Say(Feed.Laptop, Feed.Described("Plan"), at: 1);
        _feed.Say(Feed.Phone, Feed.Described("Call"), at: 2);
        Expect(PatchFields.Description, _feed.Say(Feed.Phone, Feed.Described("Plan"), at: 3));
    }

    [Fact]
    public void AnotherChange_DoesNotDisturbOneThatStandsOverTheRemoval()
    {
        _feed.Say(Feed.Laptop, Feed.Described("Plan"));
        var removal = _feed.Say(Feed.Laptop, Feed.Removing());
        var first = _feed.Say(Feed.Phone, Feed.Described("Call"), seen: 1);
        _feed.Say(Feed.Phone, new EntryPatch { Billable = Field.Set(true) }, seen: 1);
        ExpectNotRemoved(first, removal);
    }

    [Fact]
    public void BringingBack_IsNoRemoval()
    {
        _feed.Say(Feed.Laptop, Feed.Described("Plan"));
        var back = _feed.Say(Feed.Laptop, Feed.Removing(removed: false));
        _feed.Say(Feed.Phone, Feed.Described("Call"), seen: 1);
        Expect(PatchFields.Removed, back);

        var again = _feed.Say(Feed.Laptop, Feed.Removing(removed: false));
        Expect(PatchFields.Removed, again);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void WhatIsMadeRemoved_IsRemoved_WhoeverMadeIt(bool relayed)
    {
        var made = _feed.Say(Feed.Laptop, Feed.Described("Plan") with { Removed = Field.Set(true) }, relayed: relayed);
        Expect(PatchFields.Removed, made);
    }

    [Fact]
    public void AProjectsAndAGapsRemoval_LosesAgainstAChangeThatDidNotKnowIt()
    {
        var project = new ProjectId(Feed.Entry.Value);
        var gap = new GapId(Feed.Entry.Value);
        Assert.True(ProjectName.TryParse("Acme", out var name, out _));
        (OperationBody Removal, OperationBody Change)[] pairs =
        [
            (new OperationBody.OfProject(project, new() { Removed = Field.Set(true) }),
                new OperationBody.OfProject(project, new() { Name = Field.Set(name) })),
            (new OperationBody.OfGap(gap, new() { Removed = Field.Set(true) }),
                new OperationBody.OfGap(gap, new() { Answer = Field.Set<GapAnswer?>(null) })),
        ];
        foreach (var (removal, change) in pairs)
        {
            var feed = new Feed();
            var removed = feed.Say(Feed.Laptop, removal);
            var changed = feed.Say(Feed.Phone, change);
            Assert.Equal([new(PatchFields.Removed, changed.Operation.Id, removed.Operation.Id)], feed.Merged.Conflicts);
            Assert.Equal([change.Fields], feed.Merged.Winners.Keys);
        }
    }

    [Fact]
    public void WhatNobodyUnderstands_SetsNothing()
    {
        _feed.Say(Feed.Laptop, new OperationBody.NotUnderstood(Feed.Entry.Value, "new", "newer"));
        Assert.Empty(_feed.Merged.Winners);
        Assert.Empty(_feed.Merged.Conflicts);
    }

    /// <summary>Takes a project away on one device; on the other takes it away too, and undoes that.</summary>
    [Fact]
    public void OfTwoEqualValues_TheOneThatIsTakenBackAgain_LeavesTheOtherAConflict()
    {
        var withProject = new EntryPatch { Project = Field.Set<ProjectId?>(new ProjectId(Feed.Entry.Value)) };
        var none = new EntryPatch { Project = Field.Set<ProjectId?>(null) };
        _feed.Say(Feed.Laptop, withProject, at: 0);
        var taken = _feed.Say(Feed.Laptop, none, at: 1, seen: 1);
        _feed.Say(Feed.Phone, none, at: 2, seen: 1);
        Expect(PatchFields.Project, _feed.Say(Feed.Phone, withProject, at: 3, seen: 1), taken);
    }

    [Fact]
    public void WhatLost_IsSettledByARemovalThatKnewIt_ThoughThatOneLostToo()
    {
        _feed.Say(Feed.Phone, Feed.Described("Plan"));
        _feed.Say(Feed.Laptop, Feed.Removing());
        var second = _feed.Say(Feed.Laptop, Feed.Removing(), seen: 2);
        var change = _feed.Say(Feed.Phone, Feed.Described("Call"));
        ExpectNotRemoved(change, second);
    }

    [Fact]
    public void TwoRemovalsThatLost_AreAConflictEach()
    {
        var change = _feed.Say(Feed.Phone, Feed.Described("Plan"));
        var one = _feed.Say(Feed.Laptop, Feed.Removing());
        var two = _feed.Say(new DeviceId(Guid.Empty), Feed.Removing());
        Assert.Null(_feed.Merged.WinnerOf(PatchFields.Removed));
        Assert.Equal(
            [
                new(PatchFields.Removed, change.Operation.Id, one.Operation.Id),
                new(PatchFields.Removed, change.Operation.Id, two.Operation.Id),
            ],
            _feed.Merged.Conflicts);
    }

    [Fact]
    public void ARemovalThatLost_IsAConflictWithWhatBroughtTheEntryBack()
    {
        _feed.Say(Feed.Laptop, Feed.Described("Plan"));
        var removal = _feed.Say(Feed.Laptop, Feed.Removing(), at: 9);
        _feed.Say(Feed.Phone, Feed.Described("Call"), seen: 1);
        var back = _feed.Say(Feed.Phone, Feed.Removing(removed: false), at: 1, seen: 1);
        Expect(PatchFields.Removed, back, removal);
    }

    [Fact]
    public void OfARemovalAndABringingBack_ThatDidNotKnowEachOther_TheLaterIsShown()
    {
        _feed.Say(Feed.Laptop, Feed.Described("Plan"));
        var back = _feed.Say(Feed.Laptop, Feed.Removing(removed: false), at: 1);
        var removal = _feed.Say(Feed.Phone, Feed.Removing(), at: 2, seen: 1);
        Expect(PatchFields.Removed, removal, back);
    }

    [Theory]
    [InlineData(1, 2, "Call")]
    [InlineData(2, 1, "Plan")]
    public void WithoutWhatLost_FoldedOneAfterTheOther_MakesWhatIsShown(int first, int second, string shown)
    {
        _feed.Say(Feed.Laptop, Feed.Made("Plan") with { Billable = Field.Set(true) }, at: first);
        _feed.Say(Feed.Phone, Feed.Described("Mail"), at: second);
        _feed.Say(Feed.Phone, Feed.Described("Call"), at: second);
        var folded = EntryFold.All(MergeFold.WithoutWhatLost(_feed.Operations))!.Entry;
        Assert.Equal((shown, true), (folded.Description.Value, folded.Billable));
    }

    [Fact]
    public void WithoutWhatLost_ARemovalThatLost_RemovesNothing()
    {
        _feed.Say(Feed.Laptop, Feed.Made("Plan"));
        _feed.Say(Feed.Phone, Feed.Described("Call"), seen: 1);
        _feed.Say(Feed.Laptop, Feed.Removing(), seen: 1);
        var folded = EntryFold.All(MergeFold.WithoutWhatLost(_feed.Operations))!.Entry;
        Assert.True(folded.IsLive);
        Assert.Equal("Call", folded.Description.Value);
    }

    [Fact]
    public void WithoutWhatLost_ARemovalThatStands_Removes()
    {
        _feed.Say(Feed.Laptop, Feed.Made("Plan"));
        _feed.Say(Feed.Laptop, Feed.Removing());
        Assert.False(EntryFold.All(MergeFold.WithoutWhatLost(_feed.Operations))!.Entry.IsLive);
    }

    [Fact]
    public void NoList_IsABug() => Assert.Throws<ArgumentNullException>("operations", () => MergeFold.Of(null!));

    private void Expect(PatchFields field, PlacedOperation winner, params PlacedOperation[] losers)
    {
        Assert.Same(winner, _feed.Merged.WinnerOf(field));
        Assert.Equal(
            losers.Select(loser => new Conflict(field, winner.Operation.Id, loser.Operation.Id)),
            _feed.Merged.Conflicts);
    }

    private void ExpectNotRemoved(PlacedOperation change, PlacedOperation removal)
    {
        Assert.Null(_feed.Merged.WinnerOf(PatchFields.Removed));
        Assert.Equal(
            [new(PatchFields.Removed, change.Operation.Id, removal.Operation.Id)], _feed.Merged.Conflicts);
    }
}
