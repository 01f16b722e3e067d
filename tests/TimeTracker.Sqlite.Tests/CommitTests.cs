using SQLitePCL;
using TimeTracker.TestKit;

namespace TimeTracker.Sqlite.Tests;

/// <summary>What a commit says of a transaction that had gone wrong before, or goes wrong now.</summary>
[Trait("Invariant", "INV-24")]
public sealed class CommitTests : IDisposable
{
    private const int Denied = 1;
    private const int OfTransaction = 22;

    private readonly TemporaryFolder _folder = new();
    private readonly Database _database;

    public CommitTests() => _database = Notes.Open(_folder["notes.db"]);

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Commit_AfterAStatementRolledBack_SaysWhyAndEndsWhatWasOpen()
    {
        Notes.Add(_database, "one");
        using (var transaction = _database.BeginWrite())
        {
            Notes.AddTo(transaction, "two");
            var kept = transaction.Command(Notes.CountAll);
            var reader = transaction.Command("SELECT text FROM note").ExecuteReader();
            Assert.True(reader.Read());
            var refused = transaction.Command("INSERT OR ROLLBACK INTO note(text) VALUES('')");
            Assert.Equal(DatabaseFault.ConstraintViolated, Notes.FaultOf(() => refused.ExecuteNonQuery()));
            Assert.Contains(
                "SQLite has rolled the transaction back",
                Assert.Throws<InvalidOperationException>(() => kept.ExecuteScalar()).Message,
                StringComparison.Ordinal);

            var outcome = Assert.IsType<CommitOutcome.NotCommitted>(transaction.Commit());
            Assert.Equal(DatabaseFault.ConstraintViolated, outcome.Fault);
            Assert.Contains("CHECK constraint failed", outcome.Reason, StringComparison.Ordinal);
            Assert.True(reader.IsClosed);
            Assert.Contains(
                "has ended",
                Assert.Throws<InvalidOperationException>(() => kept.ExecuteScalar()).Message,
                StringComparison.Ordinal);
        }

        Assert.IsType<CommitOutcome.Committed>(Notes.Add(_database, "three"));
        Assert.Equal(2, Notes.Count(_database));
    }

    [Fact]
    public void Commit_OfWhatWasRolledBackBehindItsBack_IsNotCommitted()
    {
        using var transaction = _database.BeginWrite();
        Notes.AddTo(transaction, "one");
        Assert.Equal(0, raw.sqlite3_exec(transaction.Handle(), "ROLLBACK"));
        Assert.Equal(
            new CommitOutcome.NotCommitted(DatabaseFault.Unexpected, "SQLite had rolled back before."),
            transaction.Commit());
    }

    [Fact]
    public void Commit_AfterSeveralFailures_NamesTheFirstThatTheConnectionDoesNotOutlive()
    {
        using (var transaction = _database.BeginWrite())
        {
            Notes.AddTo(transaction, "one");
            Assert.Equal(DatabaseFault.ConstraintViolated, Notes.FaultOf(() => Notes.AddTo(transaction, string.Empty)));
            Assert.Equal(DatabaseFault.Unexpected, Notes.FaultOf(() => transaction.Command("SELECT a FROM first")));
            Assert.Equal(DatabaseFault.Unexpected, Notes.FaultOf(() => transaction.Command("SELECT a FROM second")));
            Assert.Equal(DatabaseFault.ConstraintViolated, Notes.FaultOf(() => Notes.AddTo(transaction, string.Empty)));
            var outcome = Assert.IsType<CommitOutcome.NotCommitted>(transaction.Commit());
            Assert.Equal(DatabaseFault.Unexpected, outcome.Fault);
            Assert.Contains("no such table: first", outcome.Reason, StringComparison.Ordinal);
        }

        Assert.Equal(0, Notes.Count(_database));
        Assert.IsType<CommitOutcome.Committed>(Notes.Add(_database, "on a connection of its own"));
    }

    [Fact]
    public void Commit_ThatFailsAndCannotBeRolledBack_IsUnknownAndTheConnectionIsDropped()
    {
        using (var transaction = _database.BeginWrite())
        {
            Notes.AddTo(transaction, "one");
            transaction.Command("INSERT INTO word(note_id, word) VALUES(99, 'w')").ExecuteNonQuery();
            _ = raw.sqlite3_set_authorizer(
                transaction.Handle(),
                static (_, action, what, _, _, _) =>
                    action == OfTransaction && what.utf8_to_string() == "ROLLBACK" ? Denied : 0,
                null);
            var outcome = Assert.IsType<CommitOutcome.Unknown>(transaction.Commit());
            Assert.Equal(DatabaseFault.ConstraintViolated, outcome.Fault);
        }

        Assert.Equal(0, Notes.Count(_database));
        Assert.IsType<CommitOutcome.Committed>(Notes.Add(_database, "on a connection of its own"));
    }

    [Fact]
    public void Dispose_WithoutCommit_EndsTheCommandsThatWereHandedOut()
    {
        System.Data.Common.DbCommand kept;
#pragma warning disable TT0002 // What an uncommitted transaction leaves is what is tested.
        using (var transaction = _database.BeginWrite())
#pragma warning restore TT0002
        {
            kept = transaction.Command(Notes.Insert).Bind("late");
        }

        Assert.Contains(
            "has ended",
            Assert.Throws<InvalidOperationException>(() => kept.ExecuteNonQuery()).Message,
            StringComparison.Ordinal);
    }
}
