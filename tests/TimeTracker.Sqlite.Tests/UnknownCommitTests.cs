using System.Data.Common;
using TimeTracker.TestKit;

namespace TimeTracker.Sqlite.Tests;

[Trait("Invariant", "INV-24")]
public sealed class UnknownCommitTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Database _database;

    public UnknownCommitTests() => _database = Notes.Open(_folder["notes.db"]);

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void FullDisk_AfterAnUnknownCommit_ProvesNothingUntilACommitSucceeds()
    {
        var full = new CommitOutcome.NotCommitted(DatabaseFault.Full, "full");
        var busy = new CommitOutcome.NotCommitted(DatabaseFault.Busy, "busy");
        Assert.Same(full, _database.Settle(full));
        _database.Settle(new CommitOutcome.Unknown(DatabaseFault.IoError, "fsync"));
        Assert.Equal(new CommitOutcome.Unknown(DatabaseFault.Full, "full"), _database.Settle(full));
        Assert.Same(busy, _database.Settle(busy));
        Notes.Add(_database, "one");
        Assert.Same(full, _database.Settle(full));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Begin_AfterAnUnknownCommit_WritesTheLogIntoTheFileBeforeAnythingIsLookedUp(bool read)
    {
        using var keepsTheLog = Notes.Open(_folder["notes.db"]);
        Notes.Add(_database, "one");
        Notes.Count(_database);
        Assert.Equal(0, CountInFileAlone("before.db"));
        _database.Settle(new CommitOutcome.Unknown(DatabaseFault.IoError, "fsync"));
        using (read ? _database.BeginRead() : (IDisposable)_database.BeginWrite())
        {
            Assert.Equal(1, CountInFileAlone("after.db"));
        }
    }

    [Fact]
    public void Begin_AfterAnUnknownCommit_UsesNewConnections()
    {
        var writer = Command(_database);
        var reader = CommandOfReader(_database);
        Assert.Same(writer, Command(_database));
        Assert.Same(reader, CommandOfReader(_database));
        _database.Settle(new CommitOutcome.Unknown(DatabaseFault.IoError, "fsync"));
        Assert.NotSame(writer, Command(_database));
        Assert.NotSame(reader, CommandOfReader(_database));
    }

    [Fact]
    [Trait("Invariant", "INV-02")]
    public void Commit_WhoseSyncFails_IsUnknownAndTheNextOneIsOfAnotherConnection()
    {
        var writer = Command(_database);
        using (var transaction = _database.BeginWrite())
        {
            Notes.AddTo(transaction, "one");
            transaction.FailSyncs();
            var unknown = Assert.IsType<CommitOutcome.Unknown>(transaction.Commit());
            Assert.Equal(DatabaseFault.IoError, unknown.Fault);
            Assert.StartsWith(
                $"{_folder["notes.db"]}: COMMIT failed with 1034 (disk I/O error",
                unknown.Reason,
                StringComparison.Ordinal);
        }

        Assert.IsType<CommitOutcome.Committed>(Notes.Add(_database, "two"));
        Assert.NotSame(writer, Command(_database));
    }

    [Fact]
    public void Begin_AfterAnUnknownCommit_IsBusyWhileAnOldSnapshotKeepsTheLogFromTheFile()
    {
        using var database = Notes.OpenImpatient(_folder["notes.db"]);
        using (_database.BeginRead())
        {
            Notes.Add(database, "one");
            database.Settle(new CommitOutcome.Unknown(DatabaseFault.IoError, "fsync"));
            var exception = Assert.Throws<DatabaseException>(() => database.BeginWrite());
            Assert.Equal(DatabaseFault.Busy, exception.Fault);
            Assert.Contains("checkpoint failed with 5", exception.Message, StringComparison.Ordinal);
        }

        Assert.IsType<CommitOutcome.Committed>(Notes.Add(database, "two"));
    }

    private static DbCommand Command(Database database)
    {
        using var transaction = database.BeginWrite();
        return transaction.Command(Notes.CountAll);
    }

    private static DbCommand CommandOfReader(Database database)
    {
        using var snapshot = database.BeginRead();
        return snapshot.Command(Notes.CountAll);
    }

    private long CountInFileAlone(string name)
    {
        File.WriteAllBytes(_folder[name], ReadWithoutTouchingLocks());
        using var copy = Notes.Open(_folder[name]);
        return Notes.Count(copy);
    }

    /// <summary>Closing a descriptor of the file in this process would drop SQLite's locks on it.</summary>
    private byte[] ReadWithoutTouchingLocks()
    {
        Assert.Equal(0, ChildProcess.Run("cp", _folder["notes.db"], _folder["raw"]).ExitCode);
        return File.ReadAllBytes(_folder["raw"]);
    }
}
