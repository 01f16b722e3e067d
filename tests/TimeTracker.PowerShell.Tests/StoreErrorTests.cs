using System.Management.Automation;
using TimeTracker.TestKit;

namespace TimeTracker.PowerShell.Tests;

[Trait("Invariant", "INV-24")]
public sealed class StoreErrorTests : IDisposable
{
    private readonly Engine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void ADataFolderThatIsAFile_IsATypedError()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["file"], "mine");
        var error = FailIn(folder["file"], "Start-TtTimer 'Plan'");

        Assert.StartsWith("StoreCannotOpen,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("TIMETRACKER_HOME", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(folder["file"]));
    }

    [Theory]
    [InlineData("garbage that is no database, long enough to be one page or so")]
    [InlineData("")]
    public void ADatabaseOfGarbage_IsATypedErrorAndLeftAsItIs(string content)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["timetracker.db"], content);
        var error = FailIn(folder.Path, "Start-TtTimer 'Plan'");

        Assert.StartsWith("StoreNotADatabase,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(folder["timetracker.db"]));
    }

    [RequiresFact(Requirement.Linux | Requirement.Root | Requirement.Mount)]
    public void AFullDisk_IsATypedErrorThatChangesNothing_AndSpaceMendsIt()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, ChildProcess.Run("mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", folder.Path).ExitCode);
        try
        {
            Environment.SetEnvironmentVariable(Engine.Home, folder.Path);
            _engine.Run("Start-TtTimer 'Plan'");
            File.WriteAllBytes(folder["ballast"], Fill(folder.Path));
            var error = _engine.Fail("1..200 | ForEach-Object { if (-not $failed) { Switch-TtTimer \"Call $_\" -ErrorVariable e; $failed = $e.Count } }");
            Assert.StartsWith("StoreFull,", error.FullyQualifiedErrorId, StringComparison.Ordinal);

            File.Delete(folder["ballast"]);
            _engine.Run("Stop-TtTimer");
            _engine.Run("Remove-Module TimeTracker");
        }
        finally
        {
            ChildProcess.Run("umount", "-l", folder.Path);
        }
    }

    [Fact]
    [Trait("Invariant", "INV-21")]
    public void ADeletedStore_FailsLoudly_AndKeepsTheCommandAndAllThatWasBooked()
    {
        var (error, rescued) = LoseTheStore();

        Assert.StartsWith("StoreMoved,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.All(rescued, path => Assert.Contains(path, error.ToString(), StringComparison.Ordinal));
        var operations = Assert.Single(rescued, path => path.EndsWith(".json", StringComparison.Ordinal));
        Assert.Contains("\"Call\"", File.ReadAllText(operations), StringComparison.Ordinal);

        File.Move(Assert.Single(rescued, path => path.EndsWith(".db", StringComparison.Ordinal)), Store);
        Assert.Equal("Plan", _engine.Run("Get-TtTimer")[0].Properties["Description"].Value);
    }

    [Fact]
    [Trait("Invariant", "INV-21")]
    public void AfterTheStoreWasDeleted_TheNextCommandBeginsANewOne()
    {
        LoseTheStore();
        _engine.Run("Start-TtTimer 'Review'");
        Assert.True(File.Exists(Store));
    }

    private string Store => Path.Combine(_engine.Folder, "timetracker.db");

    private (ErrorRecord Error, string[] Rescued) LoseTheStore()
    {
        _engine.Run("Start-TtTimer 'Plan'");
        foreach (var file in Directory.GetFiles(_engine.Folder))
        {
            File.Delete(file);
        }

        return (_engine.Fail("Switch-TtTimer 'Call'"), Directory.GetFiles(Path.Combine(_engine.Folder, "rescue")));
    }

    private static byte[] Fill(string folder) => new byte[new DriveInfo(folder).AvailableFreeSpace - (48 * 1024)];

    private ErrorRecord FailIn(string folder, string script)
    {
        Environment.SetEnvironmentVariable(Engine.Home, folder);
        return _engine.Fail(script);
    }
}
