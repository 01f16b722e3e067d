namespace TimeTracker.Domain.Tests;

public sealed class HashChainTests
{
    private static readonly LedgerRow Row = new(
        Guid.Parse("018f0000-0000-7000-8000-0000000000a1"),
        Guid.Parse("018f0000-0000-7000-8000-0000000000a0"),
        "entry.set",
        Guid.Parse("018f0000-0000-7000-8000-0000000000b1"),
        [1, 2, 3],
        7,
        "local",
        new Reading(1, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3), new ClockDomain("d")));

    public static TheoryData<LedgerRow> Changed() => new()
    {
        Row with { Operation = Guid.Empty },
        Row with { Command = Guid.Empty },
        Row with { Kind = "entry.se" },
        Row with { Entity = Guid.Empty },
        Row with { Payload = [1, 2, 4] },
        Row with { Seen = 8 },
        Row with { Origin = "sync" },
        Row with { Reading = Row.Reading with { UtcMicroseconds = 2 } },
        Row with { Reading = Row.Reading with { Monotonic = TimeSpan.Zero } },
        Row with { Reading = Row.Reading with { Boottime = TimeSpan.Zero } },
        Row with { Reading = Row.Reading with { Domain = new ClockDomain("e") } },
    };

    [Theory]
    [MemberData(nameof(Changed))]
    public void AChangeOfAnyColumn_ChangesTheHash(LedgerRow changed) =>
        Assert.NotEqual(HashChain.Next(HashChain.Origin, Row), HashChain.Next(HashChain.Origin, changed));

    [Fact]
    public void TheSameRowElsewhereInTheChain_HasAnotherHash() =>
        Assert.NotEqual(
            HashChain.Next(HashChain.Origin, Row),
            HashChain.Next(HashChain.Next(HashChain.Origin, Row), Row));

    [Fact]
    public void TheHash_IsTheSameOnEveryMachineForEver() => Assert.Equal(
        "F01C9D47F0F90DF0A958872C6E8366EEEE066F96D357B21ABCDAA7B5F2E4BF32", Convert.ToHexString(HashChain.Next(HashChain.Origin, Row)));
}
