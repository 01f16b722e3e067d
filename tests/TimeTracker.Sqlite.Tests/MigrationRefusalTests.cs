using Microsoft.Data.Sqlite;
using TimeTracker.Sqlite.Connections;
using TimeTracker.Sqlite.Migrations;
using TimeTracker.TestKit;

namespace TimeTracker.Sqlite.Tests;

/// <summary>Versions that do not fit the program, and migrations that do not go through: nothing is written.</summary>
[Trait("Invariant", "INV-22")]
public sealed class MigrationRefusalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    public MigrationRefusalTests() => _path = _folder["notes.db"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_OfANewerSchemaWithALog_LeavesTheLog()
    {
        using (var newer = Database.Open(_folder["newer.db"], Notes.Newer))
        {
            Notes.Add(newer, "one");
            Copy(_folder["newer.db"], _path);
            Copy(_folder["newer.db-wal"], _path + "-wal");
        }

        var (file, log) = (File.ReadAllBytes(_path), File.ReadAllBytes(_path + "-wal"));
        Assert.NotEmpty(log);
        Assert.Equal(DatabaseFault.SchemaTooNew, Notes.FaultOf(() => Notes.Open(_path)));
        Assert.Equal(file, File.ReadAllBytes(_path));
        Assert.Equal(log, File.ReadAllBytes(_path + "-wal"));
    }

    [RequiresFact(Requirement.Linux | Requirement.Mount)]
    public void Open_OnAReadOnlyDisk_SaysWhetherTheSchemaIsTooNewOrTooOld()
    {
        using var disk = new SmallDisk(_folder["disk"], "400k");
        Database.Open(disk["newer.db"], Notes.Newer).Dispose();
        Notes.Open(disk["older.db"]).Dispose();
        disk.Remount("ro");
        Assert.Equal(DatabaseFault.SchemaTooNew, Notes.FaultOf(() => Notes.Open(disk["newer.db"])));
        var exception = Assert.Throws<DatabaseException>(() => Database.Open(disk["older.db"], Notes.Newer));
        Assert.Equal(DatabaseFault.ReadOnly, exception.Fault);
        Assert.Equal($"{disk["older.db"]} needs a migration and cannot be written.", exception.Message);
    }

    [Fact]
    public void Migration_ThatFindsANewerSchemaOnceItHasTheLock_WritesNothing()
    {
        Database.Open(_path, Notes.Newer).Dispose();
        var options = new DatabaseOptions();
        using var connection = new ConnectionOpener(_path, Notes.Schema, options).Open(ConnectionRole.Writer);
        var exception = Assert.Throws<DatabaseException>(() => new Migrator(Notes.Schema, options).Fill(connection));
        Assert.Equal(DatabaseFault.SchemaTooNew, exception.Fault);
        Assert.Equal(2, connection.ReadVersion());
        Assert.False(connection.InTransaction);
    }

    [Fact]
    public void Begin_AfterTheSchemaWentBack_NamesBothVersions()
    {
        using var database = Database.Open(_path, Notes.Newer);
        using (var connection = new SqliteConnection($"Data Source={_path};Pooling=False"))
        {
            connection.Open();
            _ = ConnectionSettings.Ask(connection, "DELETE FROM schema_version WHERE version = 2");
        }

        var exception = Assert.Throws<DatabaseException>(() => database.BeginWrite());
        Assert.Equal(DatabaseFault.Unexpected, exception.Fault);
        Assert.Equal($"{_path} has gone back to schema version 1 from 2.", exception.Message);
    }

    [Fact]
    public void Migration_WhoseCommitIsRefused_IsRolledBackAndSaysWhy()
    {
        Notes.Open(_path).Dispose();
        var orphan = new Schema(Notes.ApplicationId,
        [
            Notes.Schema.Migrations[0],
            new Migration(2, "orphan", "INSERT INTO word(note_id, word) VALUES(99, 'w')"),
        ]);
        var exception = Assert.Throws<DatabaseException>(() => Database.Open(_path, orphan));
        Assert.Equal(DatabaseFault.ConstraintViolated, exception.Fault);
        Assert.StartsWith("Migration 2 was rolled back: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains("FOREIGN KEY constraint failed", exception.Message, StringComparison.Ordinal);
        Notes.Open(_path).Dispose();
    }

    [Fact]
    [Trait("Invariant", "INV-02")]
    public void Migration_WhoseSyncFails_SaysThatItsCommitIsUnknown()
    {
        Notes.Open(_path).Dispose();
        var options = new DatabaseOptions();
        using var connection = new ConnectionOpener(_path, Notes.Newer, options).Open(ConnectionRole.Writer);
        FailingDisk.Under(connection.Handle);
        var exception = Assert.Throws<DatabaseException>(() => new Migrator(Notes.Newer, options).Fill(connection));
        Assert.Equal(DatabaseFault.IoError, exception.Fault);
        Assert.StartsWith(
            "Whether migration 2 was committed is unknown: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains("COMMIT failed with 1034", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Closing a descriptor of the file in this process would drop SQLite's locks on it.</summary>
    private static void Copy(string from, string to) => Assert.Equal(0, ChildProcess.Run("cp", from, to).ExitCode);
}
