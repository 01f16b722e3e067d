using TimeTracker.TestKit;

namespace TimeTracker.Sqlite.Tests;

public sealed class ReadChangesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Database _database;

    public ReadChangesTests() => _database = Notes.Open(_folder["notes.db"]);

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Changes_WhileNobodyCommits_StayTheSame()
    {
        var before = _database.ReadChanges();
        _ = Notes.Count(_database);
        using (_database.BeginWrite())
        {
        }

        Assert.Equal(before, _database.ReadChanges());
    }

    [Fact]
    public void Changes_AfterACommitOfItsOwn_AreOthers()
    {
        var before = _database.ReadChanges();
        Notes.Add(_database, "one");
        Assert.NotEqual(before, _database.ReadChanges());
    }

    [Fact]
    public void Changes_AfterACommitOfAnother_AreOthers()
    {
        var before = _database.ReadChanges();
        using var other = Notes.Open(_folder["notes.db"]);
        Notes.Add(other, "one");
        Assert.NotEqual(before, _database.ReadChanges());
    }

    [Fact]
    public void Changes_ReadByAnotherConnection_AreOthers_AlthoughNothingWasCommitted()
    {
        var before = _database.ReadChanges();
        _database.Settle(new CommitOutcome.Unknown(DatabaseFault.IoError, "fsync"));
        Assert.Equal(before.Reader + 1, _database.ReadChanges().Reader);
    }

    [Fact]
    public void Changes_OfAFileThatWasDeleted_AreRefused()
    {
        _ = _database.ReadChanges();
        File.Delete(_folder["notes.db"]);
        var exception = Assert.Throws<DatabaseException>(() => _database.ReadChanges());
        Assert.Equal(DatabaseFault.Moved, exception.Fault);
        Assert.Equal($"{_folder["notes.db"]} no longer names the opened file.", exception.Message);
    }
}
