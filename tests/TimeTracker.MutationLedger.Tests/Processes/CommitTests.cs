using System.Diagnostics;
using TimeTracker.MutationLedger.Processes;
using TimeTracker.TestKit;

namespace TimeTracker.MutationLedger.Tests.Processes;

public sealed class CommitTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CommitTests()
    {
        Directory.CreateDirectory(_folder["ledger"]);
        Write("code");
        Write("ledger/page");
        Git("init", "--quiet");
        Git("add", ".");
        Git("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "--message=x");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ACommit_IsCalledByItsShortName() => Assert.Matches("^[0-9a-f]{7,}$", Name());

    [Fact]
    public void AChangedFile_IsTold()
    {
        Write("code");
        Assert.EndsWith(", changed", Name(), StringComparison.Ordinal);
    }

    [Fact]
    public void ThePageThatARunWrites_IsNoChange()
    {
        Write("ledger/page");
        Assert.DoesNotContain("changed", Name(), StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutACommit_ThereIsNoName()
    {
        Directory.Delete(_folder[".git"], recursive: true);
        Assert.Equal("unknown", Name());
    }

    private string Name() => Commit.Of(_folder["ledger"], "page");

    private void Write(string file) => File.WriteAllText(_folder[file], $"{Guid.NewGuid()}");

    private void Git(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = _folder.Path })!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
