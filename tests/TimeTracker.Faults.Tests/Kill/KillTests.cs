using TimeTracker.Faults.Tests.Rig;
using TimeTracker.TestKit;

namespace TimeTracker.Faults.Tests.Kill;

/// <summary>The program dies at any instruction.</summary>
public sealed class KillTests : IDisposable
{
    private const int PositionsMax = 80;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [RequiresTheory(Requirement.Linux | Requirement.Strace)]
    [InlineData("pwrite64")]
    [InlineData("fsync")]
    [Trait("Invariant", "INV-01")]
    [Trait("Invariant", "INV-02")]
    [Trait("Invariant", "INV-06")]
    [Trait("Fix", "1")]
    public void AKillAtAnyWriteOrSyncOfACommit_LeavesTheCommandWhollyThereOrNotAtAll(string call)
    {
        var killed = 0;
        foreach (var position in Positions(call))
        {
            var folder = _folder[$"{call}-{position}"];
            StoreRun.Prepare(folder);
            var store = Path.Combine(folder, "timetracker.db");
            var run = StoreRun.Run(
                folder, "start edit switch stop", "strace", "-f", "-qq", "-P", store, "-P", store + "-wal", "-o", _folder["trace"],
                "-e", $"inject={call}:signal=KILL:when={position}");
            if (run.ExitCode == 0)
            {
                break; // The program has fewer such calls.
            }

            killed++;
            var acknowledged = StoreRun.Acknowledged(run.Output);
            Assert.Empty(StoreCheck.Violations(store, acknowledged));

            // It can be gone on with, and the entry that was started can be stopped.
            var next = StoreRun.Run(folder, "switch stop");
            Assert.Equal(2, StoreRun.Acknowledged(next.Output).Count);
            Assert.Empty(StoreCheck.Violations(store, [.. acknowledged, .. StoreRun.Acknowledged(next.Output)]));
        }

        Assert.InRange(killed, 2, PositionsMax);
    }

    [RequiresFact(Requirement.Linux)]
    [Trait("Invariant", "INV-06")]
    [Trait("Scenario", "7.2")]
    public void KillsAtRandomPoints_LoseNothingThatWasAcknowledged()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var store = _folder["timetracker.db"];
        StoreRun.Prepare(_folder.Path);
        var acknowledged = new List<string>();
        for (var kill = 0; kill < (StoreRun.IsLong ? 200 : 8); kill++)
        {
            using var process = StoreRun.Start(_folder.Path, "loop");
            var first = process.StandardOutput.ReadLine();
            Thread.Sleep(random.Next(60)); // Real time of a real process: no fake clock reaches it.
            process.Kill();
            var rest = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            acknowledged.AddRange(StoreRun.Acknowledged($"{first}\n{rest[..(rest.LastIndexOf('\n') + 1)]}"));
            var wrong = StoreCheck.Violations(store, acknowledged);
            Assert.True(wrong.Count == 0, $"seed {seed}, kill {kill}: {string.Join("; ", wrong)}");
        }

        Assert.NotEmpty(acknowledged);
        Assert.Equal(acknowledged.Count, acknowledged.Distinct().Count());
    }

    // All of them take a minute; the short form takes each kind of place once: log header, frames, first and later commits.
    private static IEnumerable<int> Positions(string call) => StoreRun.IsLong
        ? Enumerable.Range(1, PositionsMax)
        : call == "fsync" ? [1, 2, 3, 4] : [1, 2, 5, 11, 20];
}
