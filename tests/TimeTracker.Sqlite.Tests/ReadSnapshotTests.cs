using TimeTracker.TestKit;

namespace TimeTracker.Sqlite.Tests;

public sealed class ReadSnapshotTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Database _database;

    public ReadSnapshotTests()
    {
        _database = Notes.Open(_folder["notes.db"]);
        Notes.Add(_database, "one");
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Snapshot_FromItsFirstMoment_DoesNotSeeLaterCommits()
    {
        using (var snapshot = _database.BeginRead())
        {
            Assert.IsType<CommitOutcome.Committed>(Notes.Add(_database, "two"));
            Assert.Equal(1, Notes.Count(snapshot));
        }

        Assert.Equal(2, Notes.Count(_database));
    }

    [Fact]
    public void Snapshot_CannotWrite()
    {
        using var snapshot = _database.BeginRead();
        var insert = snapshot.Command(Notes.Insert).Bind("no");
        Assert.Equal(DatabaseFault.ReadOnly, Notes.FaultOf(() => insert.ExecuteNonQuery()));
    }

    [Fact]
    public void Snapshot_WithAForgottenReader_Ends()
    {
        Notes.Add(_database, "two");
        using (var snapshot = _database.BeginRead())
        {
            Assert.True(snapshot.Command("SELECT id FROM note").ExecuteReader().Read());
        }

        Notes.Add(_database, "three");
        Assert.Equal(3, Notes.Count(_database));
    }

    [Fact]
    public void Snapshot_AfterItsEnd_ThrowsAndNestedBeginDoesNotDeadlock()
    {
        var snapshot = _database.BeginRead();
        Assert.Equal(
            "This thread has a read snapshot open already; pass that one on.",
            Assert.Throws<InvalidOperationException>(() => _database.BeginRead()).Message);
        snapshot.Dispose();
        snapshot.Dispose();
        Assert.Equal(
            "This snapshot has ended.",
            Assert.Throws<InvalidOperationException>(() => snapshot.Command(Notes.CountAll)).Message);
        Assert.Equal(1, Notes.Count(_database));
    }

    [Fact]
    public void Snapshot_BesideAWriteTransactionOfTheSameThread_SeesWhatIsCommitted()
    {
#pragma warning disable TT0002 // The row must stay uncommitted while it is looked for.
        using var transaction = _database.BeginWrite();
#pragma warning restore TT0002
        Notes.AddTo(transaction, "two");
        Assert.Equal(1, Notes.Count(_database));
    }
}
