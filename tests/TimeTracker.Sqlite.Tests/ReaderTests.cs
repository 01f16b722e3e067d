using System.Data;
using System.Data.Common;
using TimeTracker.TestKit;

namespace TimeTracker.Sqlite.Tests;

/// <summary>A reader in a transaction or snapshot is the driver's, whose faults are typed and whose end is its own.</summary>
public sealed class ReaderTests : IDisposable
{
    private const string All = "SELECT id, text FROM note ORDER BY id";

    private readonly TemporaryFolder _folder = new();
    private readonly Database _database;

    public ReaderTests()
    {
        _database = Notes.Open(_folder["notes.db"]);
        Notes.Add(_database, "one");
        Notes.Add(_database, "two");
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void EnumeratingAReader_GivesItsRows_AndLeavesItOpen()
    {
        using var snapshot = _database.BeginRead();
        using var reader = snapshot.Command(All).ExecuteReader();
        Assert.Equal(["one", "two"], reader.Cast<IDataRecord>().Select(row => row.GetString(1)));
        Assert.False(reader.IsClosed);
    }

    [Fact]
    public void AStatement_HasOneResult()
    {
        using var snapshot = _database.BeginRead();
        using var reader = snapshot.Command(All).ExecuteReader();
        Assert.False(reader.NextResult());
        Assert.False(reader.Read());
    }

    [Fact]
    public void AReaderThatWasDisposed_IsClosed_AndItsCommandRunsAgain()
    {
        using var snapshot = _database.BeginRead();
        var reader = snapshot.Command(All).ExecuteReader();
        reader.Dispose();
        Assert.True(reader.IsClosed);
        Assert.Equal(1L, snapshot.Command(All).ExecuteScalar());
    }

    [Fact]
    public void DisposingACommand_ClosesItsReader()
    {
        using var snapshot = _database.BeginRead();
        var command = snapshot.Command(All);
        var reader = command.ExecuteReader();
        command.Dispose();
        Assert.True(reader.IsClosed);
        Assert.Equal(1L, snapshot.Command(All).ExecuteScalar());
    }

    [Fact]
    public void AReader_NeverClosesTheConnection_WhateverItsCallerAsksFor()
    {
        using var snapshot = _database.BeginRead();
        snapshot.Command(All).ExecuteReader(CommandBehavior.CloseConnection).Dispose();
        Assert.Equal(2L, snapshot.Command(Notes.CountAll).ExecuteScalar());
    }

    [Fact]
    public void WhatACallerAsksOfAReader_IsPassedOn()
    {
        using var snapshot = _database.BeginRead();
        using var reader = snapshot.Command(All).ExecuteReader(CommandBehavior.SingleRow);
        Assert.True(reader.Read());
        Assert.Equal(("id", typeof(string), 2), (reader.GetName(0), reader.GetFieldType(1), reader.FieldCount));
        Assert.Equal(("one", "one"), (reader["text"], reader[1]));
    }

    [Fact]
    public void AReader_AgainstAConstraint_IsATypedFault()
    {
        using var transaction = _database.BeginWrite();
        var insert = transaction.Command(Notes.Insert + " RETURNING id").Bind(string.Empty);
        Assert.Equal(DatabaseFault.ConstraintViolated, Notes.FaultOf(() => ReadAll(insert)));
        Notes.AddTo(transaction, "the transaction goes on");
        Assert.IsType<CommitOutcome.Committed>(transaction.Commit());
    }

    [Fact]
    public void AQueryThatFailsOnAlongTheWay_IsATypedFault()
    {
        using var snapshot = _database.BeginRead();
        var query = snapshot.Command("SELECT CASE id WHEN 2 THEN abs(-9223372036854775807 - 1) ELSE id END FROM note ORDER BY id");
        using var reader = query.ExecuteReader();
        Assert.True(reader.Read());
        Assert.Equal(DatabaseFault.Unexpected, Notes.FaultOf(() => reader.Read()));
    }

    private static void ReadAll(DbCommand command)
    {
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
        }
    }
}
