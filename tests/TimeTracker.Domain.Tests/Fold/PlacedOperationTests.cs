namespace TimeTracker.Domain.Tests.Fold;

/// <summary>Which of two operations knew the other, and which was made later.</summary>
[Trait("Invariant", "INV-28")]
public sealed class PlacedOperationTests
{
    private static readonly PlacedOperation First = new Feed().Say(Feed.Laptop, Feed.Described("Plan"), at: 10);

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public void WhatWasPulled_IsKnown(long seen, bool isKnown) =>
        Assert.Equal(isKnown, (Second(Feed.Phone) with { Seen = seen }).HasSeen(First));

    [Fact]
    public void WhatTheFeedHasNotBrought_IsKnownToItsDeviceAlone()
    {
        var here = First with { FeedNo = null };
        Assert.True(Second(Feed.Laptop).HasSeen(here));
        Assert.False((Second(Feed.Phone) with { Seen = 100 }).HasSeen(here));
    }

    [Theory]
    [InlineData(false, false, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public void WhatADevicePushesForAnother_ItNeedNotHaveKnown(bool first, bool second, bool isKnown) => Assert.Equal(
        isKnown, (Second(Feed.Laptop) with { Relayed = second }).HasSeen(First with { Relayed = first }));

    [Fact]
    public void TwoAreConcurrent_WhereNeitherKnewTheOther()
    {
        var other = Second(Feed.Phone);
        Assert.True(other.IsConcurrentWith(First));
        Assert.True(First.IsConcurrentWith(other));
        Assert.False((other with { Seen = 1 }).IsConcurrentWith(First));
        Assert.False(First.IsConcurrentWith(other with { Seen = 1 }));
    }

    [Theory]
    [InlineData(11, null, true)]
    [InlineData(9, null, false)]
    [InlineData(10, null, true)]
    [InlineData(11, 12, true)]
    [InlineData(60, 9, false)]
    [InlineData(9, 60, false)]
    public void TheLater_IsToldByItsAuthorsClock_ButNotAfterTheServerHadIt(int at, int? received, bool isLater)
    {
        var other = Second(Feed.Phone, at) with { Received = received is { } minute ? Feed.At(minute) : null };
        Assert.Equal(isLater, other.IsLaterThan(First));
        Assert.Equal(!isLater, First.IsLaterThan(other));
        Assert.False(other.IsLaterThan(other));
    }

    [Fact]
    public void NoOperation_IsABug()
    {
        Assert.Throws<ArgumentNullException>("earlier", () => First.HasSeen(null!));
        Assert.Throws<ArgumentNullException>("other", () => First.IsConcurrentWith(null!));
        Assert.Throws<ArgumentNullException>("other", () => First.IsLaterThan(null!));
    }

    // Of a greater id than the first.
    private static PlacedOperation Second(DeviceId by, int at = 10)
    {
        var feed = new Feed();
        feed.Say(by, Feed.Described("Plan"));
        return feed.Say(by, Feed.Described("Call"), at);
    }
}
