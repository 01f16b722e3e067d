using TimeTracker.Domain;

namespace TimeTracker.Core.Tests.Queries;

/// <summary>A person's rules for gaps, as the store keeps them.</summary>
public sealed class PolicyTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void WhereNothingWasSet_EveryKindHasItsDefault() => AssertDefaultsBut();

    [Theory]
    [InlineData(GapKind.Suspend, GapAction.Ask)]
    [InlineData(GapKind.Suspend, GapAction.Keep)]
    [InlineData(GapKind.Crash, GapAction.Discard)]
    [InlineData(GapKind.Reboot, GapAction.Keep)]
    [InlineData(GapKind.Away, GapAction.Discard)]
    [InlineData(GapKind.PossibleSuspend, GapAction.Keep)]
    [InlineData(GapKind.Estimated, GapAction.Ask)]
    [InlineData(GapKind.Overlong, GapAction.Ask)]
    public void ARule_IsReadAsItWasSet_AndSetsNoOther(GapKind kind, GapAction action)
    {
        var rule = new GapRule(action, TimeSpan.FromMicroseconds(90_000_001));
        _bench.Tracker.SetPolicy(kind, rule);
        _bench.Reopen();
        Assert.Equal(rule, _bench.Tracker.Policy()[kind]);
        AssertDefaultsBut(kind);
    }

    [Fact]
    public void ARuleThatIsSetAgain_IsTheLatest()
    {
        _bench.Tracker.SetPolicy(GapKind.Away, new GapRule(GapAction.Keep, TimeSpan.FromMinutes(1)));
        _bench.Tracker.SetPolicy(GapKind.Away, new GapRule(GapAction.Ask, TimeSpan.FromMinutes(2)));
        Assert.Equal(new GapRule(GapAction.Ask, TimeSpan.FromMinutes(2)), _bench.Tracker.Policy()[GapKind.Away]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6_048_000_000_000)]
    public void AThreshold_GoesFromNothingToAWeek(long ticks)
    {
        var rule = new GapRule(GapAction.Ask, TimeSpan.FromTicks(ticks));
        _bench.Tracker.SetPolicy(GapKind.Suspend, rule);
        Assert.Equal(rule, _bench.Tracker.Policy()[GapKind.Suspend]);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(6_048_000_000_001)]
    public void AThresholdBeyond_IsRefusedAndSetsNothing(long ticks)
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            () => _bench.Tracker.SetPolicy(GapKind.Suspend, new GapRule(GapAction.Keep, TimeSpan.FromTicks(ticks))));
        AssertDefaultsBut();
    }

    [Theory]
    [InlineData("gap.Teleport", "Keep 5000000")]
    [InlineData("gap.Suspend", "Teleport 5000000")]
    [InlineData("gap.Suspend", "Keep")]
    [InlineData("gap.Suspend", "Keep -5000000")]
    [InlineData("gap.Suspend", "Keep 5,000,000")]
    [InlineData("gap.Suspend", "Keep 5000000 more")]
    [InlineData("gap.Suspend", "")]
    [InlineData("gap.", "Keep 5000000")]
    [InlineData("gap/", "Keep 5000000")]
    [InlineData("cap.Suspend", "Keep 5000000")]
    [InlineData("pap.Suspend", "Keep 5000000")]
    public void WhatANewerProgramSet_IsNoRuleHere(string name, string value)
    {
        using (var store = new RawStore(_bench.StorePath))
        {
            store.Run($"INSERT INTO policy (name, value) VALUES ('{name}', '{value}')");
        }

        AssertDefaultsBut();
    }

    [Fact]
    public void WhatANewerProgramSet_HidesNoRuleBesideIt()
    {
        var rule = new GapRule(GapAction.Keep, TimeSpan.FromSeconds(5));
        _bench.Tracker.SetPolicy(GapKind.Suspend, rule);
        using (var store = new RawStore(_bench.StorePath))
        {
            store.Run("INSERT INTO policy (name, value) VALUES ('gap.Another', 'Keep 1'), ('gap.Teleport', 'Keep 1')");
        }

        Assert.Equal(rule, _bench.Tracker.Policy()[GapKind.Suspend]);
    }

    [Theory]
    [InlineData(GapAction.Ask, 300, 1)]
    [InlineData(GapAction.Ask, 301, 0)]
    [InlineData(GapAction.Keep, 0, 0)]
    public void ARule_DecidesWhatIsAsked(GapAction action, int seconds, int asked)
    {
        _bench.Tracker.SetPolicy(GapKind.Suspend, new GapRule(action, TimeSpan.FromSeconds(seconds)));
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.Sleep(TimeSpan.FromSeconds(300));
        _bench.Do(Bench.Stop());
        Assert.Equal(asked, _bench.Tracker.Review().Count);
    }

    private void AssertDefaultsBut(GapKind? set = null)
    {
        var policy = _bench.Tracker.Policy();
        Assert.All(
            Enum.GetValues<GapKind>().Where(kind => kind != set),
            kind => Assert.Equal(GapPolicy.DefaultFor(kind), policy[kind]));
    }
}
