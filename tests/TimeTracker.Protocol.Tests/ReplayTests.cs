using TimeTracker.Protocol.Tests.Cases;
using TimeTracker.Protocol.Tests.Checks;
using TimeTracker.Protocol.Tests.Driving;
using TimeTracker.Protocol.Tests.Exploring;
using TimeTracker.Protocol.Tests.Model;
using TimeTracker.Protocol.Tests.Real;
using Xunit.Abstractions;

namespace TimeTracker.Protocol.Tests;

/// <summary>Runs of the model can be sampled, and any system be driven along them.</summary>
public sealed class ReplayTests(ITestOutputHelper output)
{
    private const int Runs = 200;

    // 18 cases: more than 2,000 runs in all.
    private const int RealRuns = 115;

    private readonly int _seed = Random.Shared.Next();

    [Theory]
    [MemberData(nameof(DesignTests.Cases), MemberType = typeof(DesignTests))]
    public void ARandomRun_EndsFinished(string name) => Assert.All(Sample(DesignCases.Named(name)), trace =>
        Assert.True(Ending.IsFinished(trace.Case, trace.Worlds().Last()), trace.ToString()));

    [Fact]
    public void TheSameSeed_GivesTheSameRuns() =>
        Assert.Equal(Sample(DesignCases.All[0]), Sample(DesignCases.All[0]));

    [Fact]
    public void ASystemThatDoesAsTheModel_NeverDiffers() => Assert.All(
        Sample(DesignCases.All[0]), trace => Assert.Null(Replay.FirstDifference(trace, new ModelSystem(trace.Case))));

    [Fact]
    public void ASystemThatLacksAPart_DiffersWhereItFails()
    {
        var lacking = RemovalCases.All.Single(removal => removal.Case.Removal == Removal.FoldingAccepted).Case;
        var whole = lacking with { Removal = Removal.Nothing };
        var difference = Replay.FirstDifference(Sample(whole)[0], new ModelSystem(lacking));
        Assert.Contains("after step 4", difference, StringComparison.Ordinal);
    }

    /// <summary>Every kind of run but those with two operations of one id: a real ledger has each id once.</summary>
    [Theory]
    [MemberData(nameof(RealCases))]
    [Trait("Invariant", "INV-08")]
    [Trait("Invariant", "INV-09")]
    [Trait("Invariant", "INV-11")]
    [Trait("Invariant", "INV-12")]
    [Trait("Invariant", "INV-14")]
    [Trait("Invariant", "INV-20")]
    [Trait("Invariant", "INV-27")]
    [Trait("Invariant", "INV-28")]
    public void TheProductItself_NeverDiffersFromTheModel(string name)
    {
        output.WriteLine($"seed {_seed}");
        foreach (var trace in Traces.Sample(DesignCases.Named(name), RealRuns, _seed))
        {
            using var system = new RealSystem(trace.Case);
            Assert.Null(Replay.FirstDifference(trace, system));
        }
    }

    public static TheoryData<string> RealCases =>
        [.. DesignCases.All.Where(rules => rules.SameId == default).Select(rules => rules.Name)];

    private IReadOnlyList<Trace> Sample(ProtocolCase rules)
    {
        output.WriteLine($"seed {_seed}");
        return Traces.Sample(rules, Runs, _seed);
    }
}
