using Microsoft.Data.Sqlite;
using TimeTracker.Sqlite.Connections;

namespace TimeTracker.Sqlite.Tests;

[Trait("Invariant", "INV-24")]
public class SqliteFaultTests
{
    [Theory]
    [InlineData(5, DatabaseFault.Busy)]
    [InlineData(261, DatabaseFault.Busy)]
    [InlineData(517, DatabaseFault.Busy)]
    [InlineData(6, DatabaseFault.Busy)]
    [InlineData(8, DatabaseFault.ReadOnly)]
    [InlineData(1032, DatabaseFault.Moved)]
    [InlineData(10, DatabaseFault.IoError)]
    [InlineData(1034, DatabaseFault.IoError)]
    [InlineData(11, DatabaseFault.Corrupt)]
    [InlineData(13, DatabaseFault.Full)]
    [InlineData(14, DatabaseFault.CannotOpen)]
    [InlineData(3, DatabaseFault.CannotOpen)]
    [InlineData(23, DatabaseFault.CannotOpen)]
    [InlineData(19, DatabaseFault.ConstraintViolated)]
    [InlineData(1811, DatabaseFault.ConstraintViolated)]
    [InlineData(26, DatabaseFault.NotADatabase)]
    [InlineData(1, DatabaseFault.Unexpected)]
    [InlineData(7, DatabaseFault.Unexpected)]
    public void Of_AResultCode_IsOneFault(int code, DatabaseFault expected) =>
        Assert.Equal(expected, SqliteFault.Of(code));

    [Fact]
    public void Retryable_IsALockAlone() =>
        Assert.Equal([DatabaseFault.Busy], Enum.GetValues<DatabaseFault>().Where(SqliteFault.IsRetryable));

    [Fact]
    public void ProofOfRollback_IsGivenByWhatHappensBeforeTheCommitFrame()
    {
        DatabaseFault[] expected =
        [
            DatabaseFault.Busy, DatabaseFault.Full, DatabaseFault.ReadOnly, DatabaseFault.ConstraintViolated,
        ];
        Assert.Equal(expected, Enum.GetValues<DatabaseFault>().Where(SqliteFault.ProvesRollback));
    }

    [Fact]
    public void Exceptions_NameTheFileAndWhatSqliteSaid()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT nowhere";
        var refused = Assert.Throws<SqliteException>(() => command.ExecuteScalar());

        var wrapped = SqliteFault.Wrap(refused, "/a/notes.db");
        Assert.Equal($"/a/notes.db: {refused.Message}", wrapped.Message);
        Assert.Equal((1, refused), (wrapped.ExtendedCode, wrapped.InnerException));
        var made = SqliteFault.Exception(1034, "COMMIT", "/a/notes.db", connection.Handle!);
        Assert.Equal("/a/notes.db: COMMIT failed with 1034 (no such column: nowhere).", made.Message);
        Assert.Equal((1034, DatabaseFault.IoError), (made.ExtendedCode, made.Fault));
    }

    [Fact]
    public void Numbers_OfFaults_StayAsTheyAre() => Assert.Equal(
        "Unexpected Busy Full ReadOnly IoError Corrupt NotADatabase CannotOpen SchemaTooNew ForeignDatabase Moved "
            + "SettingRefused NetworkFileSystem ConstraintViolated",
        string.Join(' ', Enum.GetValues<DatabaseFault>()));
}
