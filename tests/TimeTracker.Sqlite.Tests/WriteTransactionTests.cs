using System.Globalization;
using TimeTracker.TestKit;

namespace TimeTracker.Sqlite.Tests;

public sealed class WriteTransactionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Database _database;

    public WriteTransactionTests() => _database = Notes.Open(_folder["notes.db"]);

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Commit_OfARow_IsSeenByAnotherDatabaseObject()
    {
        Assert.IsType<CommitOutcome.Committed>(Notes.Add(_database, "one"));
        using var other = Notes.Open(_folder["notes.db"]);
        Assert.Equal(1, Notes.Count(other));
    }

    [Fact]
    public void Dispose_WithoutCommit_RollsBack()
    {
#pragma warning disable TT0002 // What an uncommitted transaction leaves is what is tested.
        using (var transaction = _database.BeginWrite())
#pragma warning restore TT0002
        {
            Notes.AddTo(transaction, "never");
        }

        Assert.Equal(0, Notes.Count(_database));
        Assert.IsType<CommitOutcome.Committed>(Notes.Add(_database, "one"));
        Assert.Equal(1, Notes.Count(_database));
    }

    [Fact]
    public void Command_WithTheSameText_IsTheSameObjectAcrossTransactions()
    {
        object first;
        using (var transaction = _database.BeginWrite())
        {
            first = transaction.Command(Notes.Insert);
            Assert.Same(first, transaction.Command(Notes.Insert));

            // The driver's own wait for locks, in sleeps of 150 ms, must end after that of SQLite.
            Assert.Equal(1, transaction.Command(Notes.Insert).CommandTimeout);
        }

        using (var transaction = _database.BeginWrite())
        {
            using var command = transaction.Command(Notes.Insert);
            Assert.Same(first, command);
        }

        Assert.IsType<CommitOutcome.Committed>(Notes.Add(_database, "disposing a cached command does no harm"));
    }

    [Fact]
    public void Command_WhoseValuesAreNotSetAgain_DoesNotRepeatTheLastOnes()
    {
        Notes.Add(_database, "one");
#pragma warning disable TT0002 // The refused write leaves nothing to commit.
        using var transaction = _database.BeginWrite();
#pragma warning restore TT0002
        Assert.Throws<InvalidOperationException>(() => transaction.Command(Notes.Insert).ExecuteNonQuery());
    }

    [Fact]
    public void Command_KeptAfterItsTransaction_DoesNotRun()
    {
        System.Data.Common.DbCommand kept;
        using (var transaction = _database.BeginWrite())
        {
            kept = transaction.Command(Notes.Insert).Bind("late");
            transaction.Commit();
            var exception = Assert.Throws<InvalidOperationException>(() => kept.ExecuteNonQuery());
            Assert.Contains("has ended", exception.Message, StringComparison.Ordinal);
        }

        Assert.Throws<InvalidOperationException>(() => kept.ExecuteNonQuery());
        Assert.Throws<InvalidOperationException>(() => kept.ExecuteScalar());
        Assert.Throws<InvalidOperationException>(() => kept.ExecuteReader());
        Assert.Equal(0, Notes.Count(_database));
    }

    [Theory]
    [InlineData("COMMIT")]
    [InlineData("  rollback")]
    [InlineData("BEGIN")]
    [InlineData("END")]
    [InlineData("SAVEPOINT a")]
    [InlineData("RELEASE a")]
    [InlineData("ATTACH 'x' AS y")]
    [InlineData("DETACH y")]
    [InlineData("SELECT 1; SELECT 2")]
    [InlineData("SELECT ?")]
    [InlineData(" ")]
    public void Command_ThatIsNotOnePlainStatement_IsRefused(string sql)
    {
        using var transaction = _database.BeginWrite();
        Assert.Equal("sql", Assert.ThrowsAny<ArgumentException>(() => transaction.Command(sql)).ParamName);
        Notes.AddTo(transaction, "the transaction goes on");
        Assert.IsType<CommitOutcome.Committed>(transaction.Commit());
    }

    [Theory]
    [InlineData("  rollback", "rollback is not for callers.")]
    [InlineData("SELECT 1; SELECT 2", "One statement a command.")]
    [InlineData("SELECT ?", "Parameters have names ($id) or numbers (?1).")]
    public void Command_ThatIsNotOnePlainStatement_SaysWhy(string sql, string why)
    {
        using var transaction = _database.BeginWrite();
        Assert.StartsWith(
            why, Assert.ThrowsAny<ArgumentException>(() => transaction.Command(sql)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Commit_WithAForgottenReader_Commits()
    {
        using (var transaction = _database.BeginWrite())
        {
            var reader = transaction.Command(Notes.Insert + " RETURNING id").Bind("one").ExecuteReader();
            Assert.True(reader.Read());
            Assert.IsType<CommitOutcome.Committed>(transaction.Commit());
            Assert.True(reader.IsClosed);
        }

        Assert.Equal(1, Notes.Count(_database));
    }

    [Fact]
    public void Command_WhoseReaderIsOpen_IsNotHandedOutTwice()
    {
        Notes.Add(_database, "one");
        using var transaction = _database.BeginWrite();
        using var reader = transaction.Command("SELECT id FROM note").ExecuteReader();
        Assert.Equal(
            "A reader of the same SQL is still open in this transaction.",
            Assert.Throws<InvalidOperationException>(() => transaction.Command("SELECT id FROM note")).Message);
    }

    [Fact]
    public void Transaction_AfterItsEnd_ThrowsAndNestedBeginDoesNotDeadlock()
    {
        using var transaction = _database.BeginWrite();
        Assert.Equal(
            "This thread has a write transaction open already; pass that one on.",
            Assert.Throws<InvalidOperationException>(() => _database.BeginWrite()).Message);
        transaction.Commit();
        Assert.Equal(
            "This transaction has ended.",
            Assert.Throws<InvalidOperationException>(() => transaction.Commit()).Message);
        Assert.Throws<InvalidOperationException>(() => transaction.Command(Notes.Insert));
        transaction.Dispose();
        transaction.Dispose();
        Notes.Add(_database, "the lock is free, once");
        Assert.Equal(1, Notes.Count(_database));
    }

    [Fact]
    public void Command_AgainstAConstraint_IsTypedAndLeavesTheTransaction()
    {
        using var transaction = _database.BeginWrite();
        Notes.AddTo(transaction, "one");
        var exception = Assert.Throws<DatabaseException>(() => Notes.AddTo(transaction, string.Empty));
        Assert.Equal(DatabaseFault.ConstraintViolated, exception.Fault);
        Assert.Equal(19, exception.PrimaryCode);
        Assert.Equal(275, exception.ExtendedCode);
        Assert.IsType<CommitOutcome.Committed>(transaction.Commit());
    }

    [Fact]
    public void Commit_AgainstADeferredForeignKey_IsNotCommittedAndRolledBack()
    {
        using (var transaction = _database.BeginWrite())
        {
            Notes.AddTo(transaction, "one");
            transaction.Command("INSERT INTO word(note_id, word) VALUES(99, 'w')").ExecuteNonQuery();
            var outcome = Assert.IsType<CommitOutcome.NotCommitted>(transaction.Commit());
            Assert.Equal(DatabaseFault.ConstraintViolated, outcome.Fault);
        }

        Assert.Equal(0, Notes.Count(_database));
        Assert.IsType<CommitOutcome.Committed>(Notes.Add(_database, "the connection is as before"));
    }

    [Fact]
    public void Command_WithWrongSql_IsADatabaseException()
    {
        using var transaction = _database.BeginWrite();
        var exception = Assert.Throws<DatabaseException>(() => transaction.Command("SELECT a FROM nowhere"));
        Assert.Equal((DatabaseFault.Unexpected, 1), (exception.Fault, exception.ExtendedCode));
        Assert.Equal(
            $"{_folder["notes.db"]}: SELECT a FROM nowhere failed with 1 (no such table: nowhere).", exception.Message);
    }

    [Fact]
    public void Commands_BeyondTheLimit_AreForgottenBetweenTransactions()
    {
        for (var index = 0; index < 300; index++)
        {
            using var transaction = _database.BeginWrite();
            var sql = string.Create(CultureInfo.InvariantCulture, $"SELECT {index}");
            Assert.Equal((long)index, transaction.Command(sql).ExecuteScalar());
        }

        Assert.IsType<CommitOutcome.Committed>(Notes.Add(_database, "one"));
    }

    [Fact]
    public void BeginWrite_AfterDispose_Throws()
    {
        _database.Dispose();
        Assert.Throws<ObjectDisposedException>(() => _database.BeginWrite());
        Assert.Throws<ObjectDisposedException>(() => _database.BeginRead());
    }

    [Fact]
    public void Dispose_WhileATransactionIsOpen_LetsItFinish()
    {
        using (var transaction = _database.BeginWrite())
        {
            _database.Dispose();
            Notes.AddTo(transaction, "one");
            Assert.IsType<CommitOutcome.Committed>(transaction.Commit());
        }

        Assert.False(File.Exists(_folder["notes.db-wal"]));
        using var again = Notes.Open(_folder["notes.db"]);
        Assert.Equal(1, Notes.Count(again));
    }
}
