namespace TimeTracker.Domain.Tests.Fold;

/// <summary>What ends an open entry because another device started one.</summary>
[Trait("Invariant", "INV-29")]
public sealed class RunningRuleTests
{
    private const int Start = 10;

    private static readonly EntrySpan.Open Span = (EntrySpan.Open)Feed.Spanning(Start).Span.Value;

    private readonly List<PlacedOperation> _rivals = [];

    [Fact]
    public void WithoutARival_ItRuns() => Assert.Null(End());

    [Theory]
    [InlineData(null)]
    [InlineData(30)]
    public void AnotherStartedLater_OpenOrNot_EndsItThere(int? to)
    {
        var rival = Started(5, Feed.Spanning(20, to));
        Assert.Equal(new EntryStart(rival, Other(5), Feed.Zoned(20)), End());
    }

    [Fact]
    public void OneStartedEarlier_NeverStopsIt()
    {
        Started(5, Feed.Spanning(9));
        Assert.Null(End());
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(0, false)]
    public void OfTwoStartedAtOnce_TheOneWithTheGreaterIdRuns(int number, bool isEnded)
    {
        Started(number, Feed.Spanning(Start));
        Assert.Equal(isEnded, End() is not null);
    }

    [Theory]
    [InlineData(20, 30, 20)]
    [InlineData(30, 20, 20)]
    public void OfSeveral_TheEarliestEndsIt(int one, int two, int end)
    {
        Started(5, Feed.Spanning(one));
        Started(6, Feed.Spanning(two));
        Assert.Equal(Feed.Zoned(end), End()!.At);
    }

    [Theory]
    [InlineData(5, 6)]
    [InlineData(6, 5)]
    public void OfSeveralStartedAtOnce_TheOneWithTheLeastIdEndsIt_WhateverTheirOrder(int one, int two)
    {
        Started(one, Feed.Spanning(20));
        Started(two, Feed.Spanning(20));
        Assert.Equal(Feed.Id(5), End()!.By.Operation.Id);
    }

    [Fact]
    public void TheEntryItself_IsNoRivalOfItself()
    {
        Say(Feed.Id(9), new OperationBody.OfEntry(Feed.Entry, Feed.Spanning(20)));
        Assert.Null(End());
    }

    [Fact]
    public void AnEntryThatIsOpenedAgain_IsARival()
    {
        Say(Feed.Id(9), new OperationBody.OfEntry(Other(5), Feed.Spanning(20)));
        Assert.Equal(Feed.Zoned(20), End()!.At);
    }

    [Fact]
    public void WhatStartsNoEntry_IsPassedOver()
    {
        Say(Feed.Id(8), new OperationBody.OfEntry(Other(5), Feed.Spanning(20, 30)));
        Say(Feed.Id(5), new OperationBody.OfEntry(Other(5), Feed.Described("Plan")));
        Say(Feed.Id(6), new OperationBody.NotUnderstood(Guid.Empty, "new", "newer"));
        Assert.Null(End());

        Started(7, Feed.Spanning(40));
        Assert.Equal(Feed.Zoned(40), End()!.At);
    }

    [Fact]
    public void NoSpanAndNoList_AreBugs()
    {
        Assert.Throws<ArgumentNullException>("span", () => RunningRule.EndOf(Feed.Entry, null!, []));
        Assert.Throws<ArgumentNullException>("operation", () => EntryStart.Of(null!));
        Assert.Throws<ArgumentNullException>("rivals", () => RunningRule.EndOf(Feed.Entry, Span, null!));
    }

    private static EntryId Other(int number) => new(Feed.Id(number).Value);

    private EntryStart? End() => RunningRule.EndOf(Feed.Entry, Span, _rivals);

    private PlacedOperation Started(int number, EntryPatch patch) =>
        Say(Feed.Id(number), new OperationBody.OfEntry(Other(number), patch));

    private PlacedOperation Say(OperationId id, OperationBody body)
    {
        var said = new Feed().Say(Feed.Phone, body);
        _rivals.Add(said with { Operation = said.Operation with { Id = id } });
        return _rivals[^1];
    }
}
