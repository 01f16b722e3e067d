using TimeTracker.Sqlite.Tests.Actors;
using TimeTracker.TestKit;

namespace TimeTracker.Sqlite.Tests;

[Trait("Invariant", "INV-22")]
public sealed class MigrationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    public MigrationTests() => _path = _folder["notes.db"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_OfAnOlderSchema_BacksItUpAndMigrates()
    {
        OpenOld().Dispose();
        var options = new DatabaseOptions { Clock = new OddClock(), Program = "tests 7" };
        using (var database = Database.Open(_path, Notes.Newer, options))
        {
            using var snapshot = database.BeginRead();
            Assert.Equal("blue", snapshot.Command("SELECT colour FROM note").ExecuteScalar());
            using var reader = snapshot.Command("SELECT * FROM schema_version WHERE version = 2").ExecuteReader();
            Assert.True(reader.Read());
            Assert.Equal("colour", reader.GetString(1));
            Assert.Equal(1_771_561_025_123_456, reader.GetInt64(2));
            Assert.Equal("tests 7", reader.GetString(3));
        }

        var backup = Assert.Single(Directory.GetFiles(_folder["backup"]));
        Assert.Equal("notes-v1-20260220T041705123Z.db", Path.GetFileName(backup));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(backup));
        }

        using var old = Notes.Open(backup);
        Assert.Equal(1, Notes.Count(old));
    }

    [Fact]
    public void Open_OfANewDatabase_MakesNoBackup()
    {
        Database.Open(_path, Notes.Newer).Dispose();
        Assert.False(Directory.Exists(_folder["backup"]));
    }

    [Fact]
    public void Open_WhoseMigrationFails_LeavesTheOldVersionWhole()
    {
        OpenOld().Dispose();
        var broken = new Schema(Notes.ApplicationId,
        [
            Notes.Schema.Migrations[0],
            new Migration(2, "half", "CREATE TABLE half(a); INSERT INTO nowhere VALUES(1)"),
        ]);
        var options = new DatabaseOptions { Clock = new OddClock() };
        Assert.Equal(DatabaseFault.Unexpected, Notes.FaultOf(() => Database.Open(_path, broken, options)));
        Assert.Equal(DatabaseFault.Unexpected, Notes.FaultOf(() => Database.Open(_path, broken, options)));
        Assert.Equal(2, Directory.GetFiles(_folder["backup"]).Length);
        using var database = Notes.Open(_path);
        using var snapshot = database.BeginRead();
        Assert.Equal(0L, snapshot.Command("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").ExecuteScalar());
    }

    [Fact]
    public void Open_WhoseBackupCannotBeMade_DoesNotMigrate()
    {
        OpenOld().Dispose();
        File.WriteAllText(_folder["backup"], "in the way");
        Assert.Equal(DatabaseFault.CannotOpen, Notes.FaultOf(() => Database.Open(_path, Notes.Newer)));
        using var database = Notes.Open(_path);
        Assert.Equal(1, Notes.Count(database));
    }

    [Fact]
    public void Open_OfAnUnsoundOlderDatabase_KeepsNoBackupAndDoesNotMigrate()
    {
        OpenOld().Dispose();
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_path};Pooling=False"))
        {
            connection.Open();
            _ = Connections.ConnectionSettings.Ask(connection, "PRAGMA ignore_check_constraints = 1");
            _ = Connections.ConnectionSettings.Ask(connection, "INSERT INTO note(text) VALUES('')");
        }

        Assert.Equal(DatabaseFault.Corrupt, Notes.FaultOf(() => Database.Open(_path, Notes.Newer)));
        Assert.Empty(Directory.GetFiles(_folder["backup"]));
        using var old = Notes.Open(_path);
        Assert.Equal(2, Notes.Count(old));
    }

    [Fact]
    public void Open_OfANewerSchema_NamesBothVersionsAndWritesNothing()
    {
        Database.Open(_path, Notes.Newer).Dispose();
        var before = File.ReadAllBytes(_path);
        var exception = Assert.Throws<DatabaseException>(() => Notes.Open(_path));
        Assert.Equal(DatabaseFault.SchemaTooNew, exception.Fault);
        Assert.Contains("version 2", exception.Message, StringComparison.Ordinal);
        Assert.Contains("up to 1", exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_path));
    }

    [Fact]
    public void Begin_AfterANewerProgramMigrated_IsTooNew()
    {
        using var older = OpenOld();
        Assert.Equal(1, Notes.Count(older));
        Database.Open(_path, Notes.Newer).Dispose();
        for (var attempt = 0; attempt < 2; attempt++)
        {
            Assert.Equal(DatabaseFault.SchemaTooNew, Notes.FaultOf(() => older.BeginWrite()));
            Assert.Equal(DatabaseFault.SchemaTooNew, Notes.FaultOf(() => older.BeginRead()));
        }
    }

    [Fact]
    public void Open_ByManyThreadsAtOnce_MigratesOnce()
    {
        OpenOld().Dispose();
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
            Notes.Open(_path, Notes.Newer).Dispose());
        Assert.Single(Directory.GetFiles(_folder["backup"]));
    }

    [RequiresFact(Requirement.Linux | Requirement.Strace)]
    [Trait("Runs", "processes")]
    public void Migration_KilledAtAnySync_LeavesTheOldOrTheNewVersion()
    {
        var versions = new HashSet<long>();
        for (var sync = 1; sync <= 12; sync++)
        {
            var path = _folder[$"{sync}.db"];
            using (var database = Notes.Open(path))
            {
                Notes.Add(database, "one");
            }

            _ = Program.Run(
                ["strace", "-f", "-qq", "-o", _folder["trace"], "-e", $"inject=fsync:signal=KILL:when={sync}"],
                "migrate",
                path);
            using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Pooling=False");
            connection.Open();
            const string both = """
                SELECT (SELECT max(version) FROM schema_version)
                    * (1 - 2 * ((SELECT max(version) FROM schema_version) - 1
                        <> (SELECT count(*) FROM pragma_table_info('note') WHERE name = 'colour')))
                """;
            var answer = Connections.ConnectionSettings.Ask(connection, both);
            var version = long.Parse(answer, System.Globalization.CultureInfo.InvariantCulture);
            Assert.InRange(version, 1, 2);
            versions.Add(version);
        }

        Assert.Equal(2, versions.Count);
    }

    private Database OpenOld()
    {
        var database = Notes.Open(_path);
        Notes.Add(database, "one");
        return database;
    }
}
