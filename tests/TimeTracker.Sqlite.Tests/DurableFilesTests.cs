using TimeTracker.Sqlite.Files;
using TimeTracker.TestKit;

namespace TimeTracker.Sqlite.Tests;

public sealed class DurableFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [RequiresFact(Requirement.Linux)]
    public void TryPublish_IntoAFolderThatIsMissing_SaysWhatTheSystemSaid()
    {
        File.WriteAllText(_folder["new"], "new");
        var exception = Assert.Throws<DatabaseException>(
            () => DurableFiles.TryPublish(_folder["new"], _folder["none/final"]));
        Assert.Equal(DatabaseFault.CannotOpen, exception.Fault);
        Assert.Equal($"{_folder["none/final"]}: link failed with errno 2.", exception.Message);
        Assert.Equal("new", File.ReadAllText(_folder["new"]));
    }

    [Fact]
    public void TryPublish_LeavesTheFileUnderItsFinalNameAlone()
    {
        File.WriteAllText(_folder["new"], "new");
        Assert.True(DurableFiles.TryPublish(_folder["new"], _folder["final"]));
        Assert.Equal("new", File.ReadAllText(_folder["final"]));
        Assert.Equal([_folder["final"]], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void CreateOwnerOnly_OverAFile_Fails()
    {
        File.WriteAllText(_folder["file"], "another's");
        Assert.Throws<IOException>(() => DurableFiles.CreateOwnerOnly(_folder["file"]));
        Assert.Equal("another's", File.ReadAllText(_folder["file"]));
    }

    [Fact]
    public void SyncFile_OfAMissingFile_DoesNotMakeOne()
    {
        Assert.Throws<FileNotFoundException>(() => DurableFiles.SyncFile(_folder["none"]));
        Assert.False(File.Exists(_folder["none"]));
    }
}
