namespace TimeTracker.Domain.Tests;

public sealed class FeedChainTests
{
    private static readonly FeedRow Row = Messages.First;

    public static TheoryData<FeedRow> Changed() => new()
    {
        Row with { Operation = Messages.Id(2) },
        Row with { Device = new DeviceId(Messages.Id(2).Value) },
        Row with { Seen = 1 },
        Row with { Relayed = true },
        Row with { Payload = new Payload([1]) },
        Row with { Received = Instant.Min },
    };

    [Theory]
    [MemberData(nameof(Changed))]
    public void AChangeOfAnyField_ChangesTheChain(FeedRow changed)
    {
        Assert.NotEqual(Row.Chain, FeedChain.Next(ChainHash.Origin, changed));
        Assert.False(changed.Follows(FeedCursor.Start));
    }

    [Fact]
    public void TheChain_IsTheSameOnEveryMachineForEver() => Assert.Equal(
        "db692df8f33827dce84370e2837b34d0e7b9b4bb5e73a7a49677f601924c99ee", FeedChain.Next(ChainHash.Origin, Row).ToString());

    [Fact]
    public void TheSameRowElsewhereInTheFeed_HasAnotherChain() =>
        Assert.NotEqual(Row.Chain, FeedChain.Next(Row.Chain, Row));

    [Fact]
    public void AHash_ReadsAsItWasWritten()
    {
        Assert.True(ChainHash.TryParse(Row.Chain.ToString(), out var read));
        Assert.Equal(Row.Chain, read);
        Assert.Equal(Row.Chain, new ChainHash(Row.Chain.ToArray()));
        Assert.False(ChainHash.TryParse(Row.Chain.ToString().ToUpperInvariant(), out _));
        Assert.False(ChainHash.TryParse(null, out _));
        Assert.Throws<ArgumentException>(() => new ChainHash(new byte[31]));
        Assert.Equal(new string('0', 64), ChainHash.Origin.ToString());
    }

    [Fact]
    public void APage_FollowsOnlyItsCursor()
    {
        var second = FeedRow.After(Row.Cursor, Messages.Laptop, Messages.Operation(2), Messages.Noon);
        var page = new ChangesResponse([Row, second], second.Cursor, false);
        Assert.True(page.Follows(FeedCursor.Start));
        Assert.False(page.Follows(Row.Cursor));
        Assert.False((page with { Rows = [second, Row] }).Follows(FeedCursor.Start));
        Assert.False((page with { Rows = [Row] }).Follows(FeedCursor.Start));
        Assert.True((page with { Rows = [Row], HasMore = true }).Follows(FeedCursor.Start));
        Assert.False((page with { Rows = [], HasMore = true }).Follows(FeedCursor.Start));
        Assert.True((page with { Rows = [] }).Follows(second.Cursor));
        Assert.False((page with { Rows = [] }).Follows(Row.Cursor));
    }

    [Fact]
    public void AnAnswer_NamesTheOperationsInTheirOrder()
    {
        OperationVerdict[] verdicts = [new(Messages.Id(2), new Verdict.Accepted(2)), new(Messages.Id(3), new Verdict.Accepted(3))];
        Assert.True(new PushResponse(verdicts).Answers(Messages.Push));
        Assert.False(new PushResponse([verdicts[1], verdicts[0]]).Answers(Messages.Push));
        Assert.False(new PushResponse([verdicts[0]]).Answers(Messages.Push));
        Assert.False(new PushResponse([]).Answers(Messages.Push));
    }
}
