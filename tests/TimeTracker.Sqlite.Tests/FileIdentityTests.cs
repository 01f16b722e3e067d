using System.Runtime.Versioning;
using Microsoft.Data.Sqlite;
using TimeTracker.Sqlite.Files;
using TimeTracker.TestKit;

namespace TimeTracker.Sqlite.Tests;

public sealed class FileIdentityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _path;
    private readonly Database _database;

    public FileIdentityTests()
    {
        _path = _folder["notes.db"];
        _database = Notes.Open(_path);
        Notes.Add(_database, "one");
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [RequiresFact(Requirement.Linux)]
    public void Of_APath_FollowsTheFileAndNotTheName()
    {
        var before = FileIdentity.Of(_path);
        Assert.Equal(FileIdentityState.Known, before.State);
        File.CreateSymbolicLink(_folder["link"], _path);
        Assert.Equal(before, FileIdentity.Of(_folder["link"]));
        File.Copy(_path, _folder["copy"]);
        Assert.NotEqual(before, FileIdentity.Of(_folder["copy"]));
        Assert.Equal(FileIdentity.Missing, FileIdentity.Of(_folder["none"]));
        Assert.Equal(FileIdentity.Missing, FileIdentity.Of(_folder["copy/none"]));
        Assert.Equal(FileIdentity.Unknown, FileIdentity.Of(_folder[new string('x', 300)]));
    }

    [RequiresFact(Requirement.Linux)]
    [Trait("Invariant", "INV-20")]
    public void TheTagOfAFile_IsItsOwn_AndStaysWithIt()
    {
        var tag = _database.FileTag;
        Assert.Matches("^[0-9a-f]+-[0-9a-f]+$", tag);
        _database.Dispose();
        File.Copy(_path, _folder["copy.db"]);
        File.Move(_path, _folder["moved.db"]);
        using var copy = Notes.Open(_folder["copy.db"]);
        using var moved = Notes.Open(_folder["moved.db"]);
        Assert.NotEqual(tag, copy.FileTag);
        Assert.Equal(tag, moved.FileTag);
    }

    [RequiresFact(Requirement.Linux)]
    public void Of_AFile_TellsItsBirthToTheNanosecond()
    {
        var before = (DateTime.UtcNow.AddSeconds(-2) - DateTime.UnixEpoch).Ticks * 100;
        File.WriteAllText(_folder["born"], string.Empty);
        var born = FileIdentity.Of(_folder["born"]).Born;
        Assert.InRange(born, before, before + (60 * 1_000_000_000L));
        Assert.NotEqual(0, born % 1_000_000_000);
    }

    [RequiresFact(Requirement.Linux)]
    [Trait("Invariant", "INV-21")]
    public void Commit_AfterTheFileWasDeleted_IsNotCommittedAndMoved() =>
        ExpectMovedAtCommit(() => File.Delete(_path));

    [RequiresFact(Requirement.Linux)]
    [Trait("Invariant", "INV-21")]
    public void Commit_AfterThePathWasReplaced_IsNotReported() => ExpectMovedAtCommit(() =>
    {
        File.Copy(_path, _folder["copy.db"]);
        File.Move(_folder["copy.db"], _path, overwrite: true);
    });

    [RequiresFact(Requirement.Linux)]
    [Trait("Invariant", "INV-21")]
    public void Commit_AfterTheLogWasDeleted_IsNotReported() =>
        ExpectMovedAtCommit(() => File.Delete(_path + "-wal"));

    [RequiresFact(Requirement.Linux)]
    [Trait("Invariant", "INV-21")]
    public void Commit_AfterTheIndexOfTheLogWasDeleted_IsNotReported() =>
        ExpectMovedAtCommit(() => File.Delete(_path + "-shm"));

    [RequiresFact(Requirement.Linux)]
    [Trait("Invariant", "INV-21")]
    public void Commit_WhilePathIsReplaced_IsUnknownAndNeverCommitted()
    {
        using (var transaction = _database.BeginWrite())
        {
            Notes.AddTo(transaction, "two");

            // The commit hook runs after the look before COMMIT and before the one after it.
            transaction.RunDuringCommit(() => File.Move(_path, _folder["away.db"]));
            Assert.Equal(
                new CommitOutcome.Unknown(
                    DatabaseFault.Moved, $"{_path} was replaced during COMMIT, which went into the file of before."),
                transaction.Commit());
        }

        ExpectMovedForGood();
    }

    [RequiresFact(Requirement.Linux)]
    [Trait("Invariant", "INV-21")]
    public void AfterTheFileWasDeleted_NoSnapshotBeginsAndNoCommitSucceedsAndThereIsNoNewFile()
    {
        Assert.Equal(1, Notes.Count(_database));
        File.Delete(_path);
        Assert.Equal(DatabaseFault.Moved, Notes.FaultOf(() => _database.BeginRead()));
        ExpectMovedAtCommit(() => { });
        ExpectMovedForGood();
        Assert.False(File.Exists(_path));
    }

    [RequiresFact(Requirement.Linux)]
    [Trait("Invariant", "INV-21")]
    public void FilesOpenedWithoutALog_AreNotMovedByALogThatSomeoneElseBegins()
    {
        File.Copy(_path, _folder["other.db"]);
        var alone = new OpenedFiles(_folder["other.db"], withLog: false);
        var withLog = new OpenedFiles(_folder["other.db"], withLog: true);
        File.WriteAllText(_folder["other.db-wal"], "begun");
        Assert.True(alone.AreStillNamed());
        Assert.False(withLog.AreStillNamed());
    }

    [RequiresFact(Requirement.Linux)]
    [Trait("Invariant", "INV-21")]
    public void AfterTheFileWasReplaced_ItStaysMovedAfterReopening()
    {
        using (var other = Notes.Open(_folder["other.db"]))
        {
            Notes.Add(other, "another store");
        }

        File.Move(_folder["other.db"], _path, overwrite: true);
        ExpectMovedAtCommit(() => { });
        ExpectMovedForGood();
        SqliteConnection.ClearAllPools();
        _database.Dispose();
        File.Delete(_path + "-wal");
        File.Delete(_path + "-shm");
        using var again = Notes.Open(_path);
        Assert.Equal(1, Notes.Count(again));
    }

    [RequiresFact(Requirement.Linux)]
    [Trait("Invariant", "INV-21")]
    [SupportedOSPlatform("linux")]
    public void SaveCopy_AfterTheFileWasDeleted_KeepsWhatWasCommitted()
    {
        foreach (var file in new[] { _path, _path + "-wal", _path + "-shm" })
        {
            File.Delete(file);
        }

        using (var transaction = _database.BeginWrite())
        {
            Notes.AddTo(transaction, "two");
            Assert.IsType<CommitOutcome.NotCommitted>(transaction.Commit());
            transaction.SaveCopy(_folder["rescue/copy.db"]);
            Assert.Equal(
                DatabaseFault.CannotOpen, Notes.FaultOf(() => transaction.SaveCopy(_folder["rescue/copy.db"])));
        }

        using var copy = Notes.Open(_folder["rescue/copy.db"]);
        Assert.Equal(1, Notes.Count(copy));
        Assert.Single(Directory.GetFiles(_folder["rescue"], "*.db"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder["rescue/copy.db"]));
    }

    private void ExpectMovedAtCommit(Action move)
    {
        using (var transaction = _database.BeginWrite())
        {
            Notes.AddTo(transaction, "two");
            move();
            Assert.Equal(
                new CommitOutcome.NotCommitted(DatabaseFault.Moved, $"{_path} no longer names the opened file."),
                transaction.Commit());
        }
    }

    private void ExpectMovedForGood()
    {
        var expected = (DatabaseFault.Moved, $"{_path} no longer names the file that was opened.");
        for (var attempt = 0; attempt < 2; attempt++)
        {
            Assert.Equal(expected, Refusal(() => _database.BeginWrite()));
            Assert.Equal(expected, Refusal(() => _database.BeginRead()));
        }
    }

    private static (DatabaseFault Fault, string Message) Refusal(Action action)
    {
        var exception = Assert.Throws<DatabaseException>(action);
        return (exception.Fault, exception.Message);
    }
}
