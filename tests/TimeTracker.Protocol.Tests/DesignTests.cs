using TimeTracker.Protocol.Tests.Cases;
using TimeTracker.Protocol.Tests.Exploring;
using Xunit.Abstractions;

namespace TimeTracker.Protocol.Tests;

/// <summary>The design as a whole holds, whatever happens in whatever order.</summary>
public sealed class DesignTests(ITestOutputHelper output)
{
    public static TheoryData<string> Cases => [.. DesignCases.All.Select(rules => rules.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    [Trait("Invariant", "INV-08")]
    [Trait("Invariant", "INV-09")]
    [Trait("Invariant", "INV-11")]
    [Trait("Invariant", "INV-12")]
    [Trait("Invariant", "INV-14")]
    [Trait("Invariant", "INV-20")]
    [Trait("Invariant", "INV-27")]
    public void InEveryState_EverythingHolds(string name)
    {
        var explored = Explorer.Explore(DesignCases.Named(name), _ => true);
        output.WriteLine(explored.ToString());
        Assert.True(explored.Found is null, explored.ToString());
    }
}
