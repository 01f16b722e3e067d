using TimeTracker.Faults.Tests.Rig;
using TimeTracker.TestKit;

namespace TimeTracker.Faults.Tests.Kill;

/// <summary>The disk fails while the program lives.</summary>
public sealed class DiskErrorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [RequiresTheory(Requirement.Linux | Requirement.Strace)]
    [InlineData("pwrite64", "EIO")]
    [InlineData("pwrite64", "ENOSPC")]
    [InlineData("fsync", "EIO")]
    [Trait("Invariant", "INV-03")]
    [Trait("Invariant", "INV-24")]
    [Trait("Fix", "1")]
    public void AnErrorAtAnyCall_IsNoSuccess_AndTheSameCommandGivenAgainIsDoneOnce(string call, string error)
    {
        var seen = 0;
        foreach (var position in StoreRun.IsLong ? Enumerable.Range(1, 60) : new[] { 1, 3, 6 })
        {
            var folder = _folder[$"{call}-{error}-{position}"];
            StoreRun.Prepare(folder);
            var (store, trace) = (Path.Combine(folder, "timetracker.db"), _folder["trace"]);
            var run = StoreRun.Run(
                folder, "start edit switch stop", "strace", "-f", "-qq", "-P", store, "-P", store + "-wal", "-o", trace,
                "-e", $"inject={call}:error={error}:when={position}");
            if (!File.ReadAllText(trace).Contains("(INJECTED)", StringComparison.Ordinal))
            {
                continue; // The program has fewer such calls.
            }

            seen++;
            var acknowledged = StoreRun.Acknowledged(run.Output);
            Assert.Equal(4, acknowledged.Count);
            Assert.Equal(4, acknowledged.Distinct().Count());
            Assert.Empty(StoreCheck.Violations(store, acknowledged));
        }

        Assert.NotEqual(0, seen);
    }
}
