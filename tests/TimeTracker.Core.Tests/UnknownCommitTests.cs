using TimeTracker.TestKit;

namespace TimeTracker.Core.Tests;

/// <summary>A disk that fails to sync: nobody can say whether the commit is there, so the command's id is looked up.</summary>
[Trait("Runs", "processes")]
public sealed class UnknownCommitTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [RequiresFact(Requirement.Linux | Requirement.Strace)]
    [Trait("Invariant", "INV-03")]
    [Trait("Invariant", "INV-24")]
    [Trait("Fix", "1")]
    public void ACommitWhoseSyncFails_IsDoneOnceOrNotAtAll_AsReported()
    {
        var seen = 0;
        for (var sync = 1; sync <= 4; sync++)
        {
            var home = _folder[$"home-{sync}"];
            Tracker.Open(new TrackerOptions { Folder = home }).Dispose();
            var trace = _folder[$"trace-{sync}"];
            var child = ChildProcess.Run(
                "strace", "-f", "-o", trace, "-e", "trace=fsync", "-e", $"inject=fsync:error=EIO:when={sync}",
                "dotnet", typeof(UnknownCommitTests).Assembly.Location, "start-once", home, "7");
            seen += File.ReadAllText(trace).Contains("(INJECTED)", StringComparison.Ordinal) ? 1 : 0;

            using var tracker = Tracker.Open(new TrackerOptions { Folder = home });
            using var store = new RawStore(tracker.StorePath);
            var reported = child.Output.StartsWith("done ", StringComparison.Ordinal) ? 1L : 0L;
            Assert.True(reported == 1L || child.Output.StartsWith("IoError ", StringComparison.Ordinal), child.Output + child.Errors);
            Assert.Equal(reported, store.Ask<long>("SELECT count(*) FROM entry"));
            Assert.Equal(reported, store.Ask<long>("SELECT count(*) FROM outbox"));
            Assert.Equal(reported, store.Ask<long>("SELECT count(*) FROM command"));
        }

        Assert.True(seen >= 2, $"only {seen} of the failures were met");
    }
}
