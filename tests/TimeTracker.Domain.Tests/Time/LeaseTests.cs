namespace TimeTracker.Domain.Tests.Time;

/// <summary>What a program's promise to look at the clocks is worth.</summary>
[Trait("Invariant", "INV-16")]
public sealed class LeaseTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private static readonly Reading Given = new(
        Instant.MicrosecondsOf(Desk.Morning), TimeSpan.FromMinutes(7), TimeSpan.FromMinutes(9), new("boot"));

    private static Lease Lease => new("watcher", 1, Lease.ExpiryFrom(Given));

    [Fact]
    public void APromise_EndsAfterThreeLooks_ByEachClock()
    {
        Assert.Equal(3 * Lease.Period, Lease.Duration);
        Assert.Equal(
            new(
                Given.UtcMicroseconds + 90_000_000,
                Given.Monotonic + Lease.Duration,
                Given.Boottime + Lease.Duration,
                Given.Domain),
            Lease.Expires);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(90, false)]
    [InlineData(90.001, true)]
    [InlineData(-0.001, true)]
    public void WithinABootSession_OnlyTheTimeAwakeCounts(double seconds, bool isOver) => Assert.Equal(
        isOver,
        Lease.HasExpired(Given with
        {
            UtcMicroseconds = 0,
            Monotonic = Given.Monotonic + TimeSpan.FromSeconds(seconds),
            Boottime = Given.Boottime + TimeSpan.FromHours(8),
        }));

    [Fact]
    public void AnotherBootSession_EndsIt() => Assert.True(Lease.HasExpired(Given with { Domain = new("next") }));

    [Theory]
    [InlineData(90_000_000, false)]
    [InlineData(90_000_001, true)]
    public void WithoutANameForTheBoot_TheWallClockMustDo(long microseconds, bool isOver)
    {
        var nameless = Given with { Domain = ClockDomain.None };
        var lease = Lease with { Expires = Lease.ExpiryFrom(nameless) };
        Assert.Equal(
            isOver,
            lease.HasExpired(nameless with
            {
                UtcMicroseconds = nameless.UtcMicroseconds + microseconds,
                Monotonic = Lease.Expires.Monotonic + Tick,
            }));
    }

    [Fact]
    public void WithoutAPromise_NobodyWatched() =>
        Assert.Equal(Watch.None, Lease.WatchOf(null, "me", Given, isGone: true));

    [Fact]
    public void WhoAsks_KnowsThatItLives_HoweverLate() => Assert.Equal(
        Watch.Kept, Lease.WatchOf(Lease, "watcher", Given with { Domain = new("next") }, isGone: true));

    [Theory]
    [InlineData(false, false, Watch.Kept)]
    [InlineData(true, false, Watch.Broken)]
    [InlineData(false, true, Watch.Broken)]
    public void AnothersPromise_IsBrokenOnceItIsGoneOrLate(bool isGone, bool isLate, Watch expected) => Assert.Equal(
        expected,
        Lease.WatchOf(Lease, "me", isLate ? Given with { Monotonic = Lease.Expires.Monotonic + Tick } : Given, isGone));
}
