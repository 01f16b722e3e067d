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
    public void Numbers_OfFaults_StayAsTheyAre() => Assert.Equal(
        "Unexpected Busy Full ReadOnly IoError Corrupt NotADatabase CannotOpen SchemaTooNew ForeignDatabase Moved "
            + "SettingRefused NetworkFileSystem ConstraintViolated",
        string.Join(' ', Enum.GetValues<DatabaseFault>()));
}
