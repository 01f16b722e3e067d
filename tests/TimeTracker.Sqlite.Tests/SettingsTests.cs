using Microsoft.Data.Sqlite;
using TimeTracker.Sqlite.Connections;
using TimeTracker.TestKit;

namespace TimeTracker.Sqlite.Tests;

public sealed class SettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Database _database;

    public SettingsTests() => _database = Database.Open(
        _folder["notes.db"], Notes.Schema, new DatabaseOptions { BusyTimeout = TimeSpan.FromSeconds(20) });

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [Trait("Invariant", "INV-02")]
    [Trait("Invariant", "INV-25")]
    [InlineData("journal_mode", "wal", "wal")]
    [InlineData("synchronous", "2", "2")]
    [InlineData("foreign_keys", "1", "1")]
    [InlineData("busy_timeout", "20000", "20000")]
    [InlineData("trusted_schema", "0", "0")]
    [InlineData("query_only", "0", "1")]
    [InlineData("journal_size_limit", "-1", "-1")]
    [InlineData("wal_autocheckpoint", "1000", "1000")]
    [InlineData("fullfsync", "1", "1")]
    [InlineData("checkpoint_fullfsync", "1", "1")]
    public void Setting_OnBothConnections_Holds(string name, string ofWriter, string ofReader)
    {
        using var transaction = _database.BeginWrite();
        using var snapshot = _database.BeginRead();
        Assert.Equal(ofWriter, transaction.Command($"PRAGMA {name}").ExecuteScalar()!.ToString());
        Assert.Equal(ofReader, snapshot.Command($"PRAGMA {name}").ExecuteScalar()!.ToString());
    }

    [Fact]
    [Trait("Invariant", "INV-02")]
    [Trait("Invariant", "INV-25")]
    public void Apply_ToAConnectionThatIsSetOtherwise_SetsEverything()
    {
        (string Name, string Otherwise, string Expected)[] settings =
        [
            ("synchronous", "0", "2"), ("foreign_keys", "0", "1"), ("trusted_schema", "1", "0"),
            ("busy_timeout", "1", "7"), ("query_only", "0", "1"), ("wal_autocheckpoint", "5", "1000"),
            ("journal_size_limit", "0", "-1"), ("fullfsync", "0", "1"), ("checkpoint_fullfsync", "0", "1"),
        ];
        using var connection = new SqliteConnection($"Data Source={_folder["notes.db"]};Pooling=False");
        connection.Open();
        foreach (var (name, otherwise, _) in settings)
        {
            _ = ConnectionSettings.Ask(connection, $"PRAGMA {name} = {otherwise}");
        }

        ConnectionSettings.Apply(connection, ConnectionRole.Reader, 7, "path");
        foreach (var (name, _, expected) in settings)
        {
            Assert.Equal(expected, ConnectionSettings.Ask(connection, $"PRAGMA {name}"));
        }
    }

    [Fact]
    [Trait("Invariant", "INV-25")]
    public void Apply_WhereASettingDoesNotHold_Refuses()
    {
        // A database in memory has no WAL, and says so instead of failing.
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        var exception = Assert.Throws<DatabaseException>(
            () => ConnectionSettings.Apply(connection, ConnectionRole.Writer, 0, "memory"));
        Assert.Equal(DatabaseFault.SettingRefused, exception.Fault);
        Assert.Contains("journal_mode", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Invariant", "INV-25")]
    [InlineData("3.51.2")]
    [InlineData("3.7.17")]
    [InlineData("")]
    public void Apply_UnderAnOldSqlite_Refuses(string version)
    {
        using var connection = new SqliteConnection($"Data Source={_folder["notes.db"]};Pooling=False");
        connection.Open();
        connection.CreateFunction("sqlite_version", () => version);
        var exception = Assert.Throws<DatabaseException>(
            () => ConnectionSettings.Apply(connection, ConnectionRole.Writer, 0, "path"));
        Assert.Equal(DatabaseFault.SettingRefused, exception.Fault);
        Assert.Equal($"path: SQLite {version} is older than 3.51.3.", exception.Message);
    }

    [Fact]
    public void TheWaitForLocks_IsSetBeforeEverythingElse()
    {
        using var connection = new SqliteConnection($"Data Source={_folder["notes.db"]};Pooling=False");
        connection.Open();
        ConnectionSettings.WaitForLocks(connection, 17);
        Assert.Equal("17", ConnectionSettings.Ask(connection, "PRAGMA busy_timeout"));
    }

    [Fact]
    public void CheckVersion_OfTheOldestGoodSqlite_Passes() => ConnectionSettings.CheckVersion("3.51.3", "path");

    [Fact]
    [Trait("Invariant", "INV-25")]
    public void Open_OfAFileThatLeftWal_BringsItBack()
    {
        _database.Dispose();
        using (var connection = new SqliteConnection($"Data Source={_folder["notes.db"]};Pooling=False"))
        {
            connection.Open();
            Assert.Equal("delete", ConnectionSettings.Ask(connection, "PRAGMA journal_mode = DELETE"));
        }

        using var again = Notes.Open(_folder["notes.db"]);
        using var snapshot = again.BeginRead();
        Assert.Equal("wal", snapshot.Command("PRAGMA journal_mode").ExecuteScalar());
    }

    [Theory]
    [InlineData(DriveType.Network, "nfs", true)]
    [InlineData(DriveType.Network, "cifs", true)]
    [InlineData(DriveType.Network, "9p", false)]
    [InlineData(DriveType.Network, "v9fs", false)]
    [InlineData(DriveType.Fixed, "ext4", false)]
    [InlineData(DriveType.Ram, "tmpfs", false)]
    public void IsShared_TellsFileSystemsOfSeveralMachines(DriveType type, string format, bool expected) =>
        Assert.Equal(expected, Files.NetworkFileSystem.IsShared(type, format));
}
