namespace TimeTracker.Domain.Tests.Time;

/// <summary>What a store remembers of its last use, in case nobody gets to say goodbye.</summary>
[Trait("Invariant", "INV-06")]
public sealed class CheckpointTests
{
    private readonly Desk _desk = new();

    [Fact]
    public void WhileNothingRuns_OnlyTheClocksAreRemembered()
    {
        _desk.Ledger.Alive();
        Assert.Equal(new Checkpoint(_desk.Clock.Reading, null), _desk.Ledger.Checkpoint);
    }

    [Fact]
    public void WhileAnEntryRuns_WhereItWouldEndIsRememberedToo()
    {
        var entry = _desk.Accept(Desk.Start("Plan"));
        _desk.Work(7);
        _desk.Ledger.Alive();
        var end = entry.Span.Start.Instant.AddSaturating(TimeSpan.FromMinutes(7));
        Assert.Equal(new Checkpoint(_desk.Clock.Reading, (entry.Id, end)), _desk.Ledger.Checkpoint);
    }

    [Fact]
    public void AfterAReboot_WhatWasReachedBeforeIsStillCounted()
    {
        var entry = _desk.Accept(Desk.Start("Plan"));
        _desk.Work(7);
        _desk.Ledger.Alive();
        _desk.Clock.Reboot(TimeSpan.FromHours(-5));
        _desk.Ledger.Alive();
        _desk.Work(2);
        _desk.Ledger.Alive();
        Assert.Equal(
            entry.Span.Start.Instant.AddSaturating(TimeSpan.FromMinutes(9)),
            _desk.Ledger.Checkpoint!.Running!.Value.End);
    }

    [Fact]
    public void NoState_IsABug() =>
        Assert.Throws<ArgumentNullException>("state", () => Checkpoint.Next(null!, _desk.Clock.Reading));
}
