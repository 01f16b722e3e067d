namespace TimeTracker.Domain.Tests;

public sealed class ElapsedTests
{
    private static readonly ClockDomain Boot = new("boot");
    private static readonly Reading Start = Reading(1_800_000_000, 100, 100);

    [Fact]
    [Trait("Invariant", "INV-16")]
    public void WithinOneDomain_SleepIsBoottimeMinusMonotonic()
    {
        var elapsed = Measured(Reading(1_800_000_630, 130, 730));
        Assert.Equal(TimeSpan.FromSeconds(630), elapsed.Duration);
        Assert.Equal(TimeSpan.FromSeconds(600), elapsed.Suspended);
        Assert.Equal(TimeSpan.Zero, elapsed.Skew);
    }

    [Fact]
    [Trait("Invariant", "INV-17")]
    public void WithinOneDomain_AStepOfTheWallClockIsSkewAndNoDuration()
    {
        var elapsed = Measured(Reading(1_799_996_410, 110, 110));
        Assert.Equal(TimeSpan.FromSeconds(10), elapsed.Duration);
        Assert.Equal(TimeSpan.FromHours(-1), elapsed.Skew);
    }

    [Theory]
    [Trait("Invariant", "INV-18")]
    [InlineData("other", 200, 200)]
    [InlineData("boot", 200, 99)]
    [InlineData("boot", 99, 200)]
    public void AcrossDomainsOrWhereTheCountersRanBackwards_TheWallClockMustDo(string domain, int monotonic, int boottime)
    {
        var later = Reading(1_800_000_060, monotonic, boottime) with { Domain = new ClockDomain(domain) };
        Assert.Equal(TimeSpan.FromSeconds(60), Assert.IsType<Elapsed.Estimated>(Elapsed.Between(Start, later)).Duration);
    }

    [Fact]
    [Trait("Invariant", "INV-05")]
    public void AnEstimate_IsNeverNegative() => Assert.Equal(
        TimeSpan.Zero, Elapsed.Between(Start, Reading(1_700_000_000, 1, 1) with { Domain = new("other") }).Duration);

    [Fact]
    [Trait("Invariant", "INV-18")]
    public void AMachineThatCannotNameItsDomain_OnlyEstimates()
    {
        var nameless = Start with { Domain = ClockDomain.None };
        Assert.IsType<Elapsed.Estimated>(Elapsed.Between(nameless, nameless));
    }

    private static Elapsed.Measured Measured(Reading to) => Assert.IsType<Elapsed.Measured>(Elapsed.Between(Start, to));

    private static Reading Reading(long utcSeconds, double monotonic, double boottime) => new(
        utcSeconds * 1_000_000, TimeSpan.FromSeconds(monotonic), TimeSpan.FromSeconds(boottime), Boot);
}
