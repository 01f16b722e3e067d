using TimeTracker.TestKit;
using Xunit.Abstractions;

namespace TimeTracker.Faults.Tests.Power;

/// <summary>The power fails, and the disk kept what it had to and any part of the rest.</summary>
public sealed class PowerLossTests(ITestOutputHelper output) : IDisposable
{
    private const string Day = "start edit switch stop start edit switch edit switch stop start switch edit stop start edit switch stop";

    private readonly TemporaryFolder _store = new();
    private readonly TemporaryFolder _work = new();

    public void Dispose()
    {
        _store.Dispose();
        _work.Dispose();
    }

    [RequiresFact(Requirement.Linux | Requirement.Strace)]
    [Trait("Invariant", "INV-01")]
    [Trait("Invariant", "INV-02")]
    [Trait("Fix", "1")]
    public void APowerLossAtAnyCall_LosesNoCommandThatWasAcknowledged_AndNoOutboxRow()
    {
        var replay = Replay(Day);
        Assert.True(replay.BadStates == 0, string.Join('\n', replay.Violations.Take(5)));
        Assert.InRange(replay.States, 1000, int.MaxValue);
        Assert.Equal(18, replay.Acknowledged);
    }

    [RequiresFact(Requirement.Linux | Requirement.Strace)]
    public void TheSameWithoutASyncAtEachCommit_LosesSome_SoTheRigIsNotBlind()
    {
        var replay = Replay($"--normal {Day}");
        Assert.NotEqual(0, replay.BadStates);
        Assert.All(replay.Violations, violation => Assert.Contains("lost: ", violation, StringComparison.Ordinal));
    }

    private PowerLossReplay Replay(string words)
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var replay = new PowerLossReplay(_store.Path, _work.Path, seed);
        replay.Run(words);
        output.WriteLine($"{replay.States} states, {replay.BadStates} bad, {replay.Acknowledged} acknowledged");
        return replay;
    }
}
