using TimeTracker.Sqlite.Files;
using TimeTracker.TestKit;

namespace TimeTracker.Sqlite.Tests;

public sealed class TemporaryFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Claims_OfOneName_AreSeveralFiles_AndLeaveNothingBehind()
    {
        using (var first = TemporaryFile.Claim(_folder["notes.db"]))
        using (var second = TemporaryFile.Claim(_folder["notes.db"]))
        {
            Assert.Equal($"{_folder["notes.db"]}.new-{Environment.ProcessId}-0", first.Path);
            Assert.Equal($"{_folder["notes.db"]}.new-{Environment.ProcessId}-1", second.Path);
            foreach (var companion in new[] { "-wal", "-shm", "-journal" })
            {
                File.WriteAllText(second.Path + companion, "left by SQLite");
            }
        }

        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void AClaim_TakesNoNameThatADeadMakersFileOrClaimStillHas()
    {
        var name = $"{_folder["notes.db"]}.new-{Environment.ProcessId}-";
        File.WriteAllText($"{name}0", "half a database");
        File.WriteAllText($"{name}1.claim", string.Empty);
        using var claim = TemporaryFile.Claim(_folder["notes.db"]);
        Assert.Equal($"{name}2", claim.Path);
        Assert.Equal("half a database", File.ReadAllText($"{name}0"));
        Assert.True(File.Exists($"{name}1.claim"));
    }

    [RequiresFact(Requirement.Linux)]
    public void AClaim_WhoseFileAnotherHas_IsGivenBackAtOnce()
    {
        // No file is there to be seen, and yet the name is taken: as where another maker is quicker.
        var taken = $"{_folder["notes.db"]}.new-{Environment.ProcessId}-0";
        Directory.CreateDirectory(taken);
        TemporaryFile.Claim(_folder["notes.db"]).Dispose();
        Assert.Equal([taken], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void AThousandUnfinishedFiles_LeaveNoNameForAnother()
    {
        for (var number = 0; number < 999; number++)
        {
            File.WriteAllText($"{_folder["notes.db"]}.new-{Environment.ProcessId}-{number}", string.Empty);
        }

        using (var last = TemporaryFile.Claim(_folder["notes.db"]))
        {
            Assert.EndsWith("-999", last.Path, StringComparison.Ordinal);
            var exception = Assert.Throws<DatabaseException>(() => TemporaryFile.Claim(_folder["notes.db"]));
            Assert.Equal(DatabaseFault.CannotOpen, exception.Fault);
            Assert.Equal($"{_folder["notes.db"]}: 1000 unfinished files are beside it.", exception.Message);
        }
    }

    [Fact]
    public void SweepDead_RemovesWhatNobodyHoldsAnyMore_AndNothingElse()
    {
        using var living = TemporaryFile.Claim(_folder["notes.db"]);
        var dead = _folder["notes.db.new-1-0"];
        string[] others = [_folder["notes.db"], _folder["other.db.new-1-0.claim"]];
        foreach (var file in others.Concat([dead, dead + "-wal", dead + ".claim"]))
        {
            File.WriteAllText(file, string.Empty);
        }

        TemporaryFile.SweepDead(_folder.Path, "notes.db");
        Assert.Equal(
            [others[0], living.Path, living.Path + ".claim", others[1]],
            Directory.GetFiles(_folder.Path).Order(StringComparer.Ordinal));
    }
}
