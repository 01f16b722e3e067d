using Microsoft.Data.Sqlite;
using TimeTracker.Sqlite.Connections;
using TimeTracker.TestKit;

namespace TimeTracker.Sqlite.Tests;

public sealed class RefusalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [Trait("Invariant", "INV-24")]
    [InlineData(0, 0)]
    [InlineData(0, 100)]
    [InlineData(0, 8192)]
    [InlineData(0x41, 100)]
    [InlineData(0x41, 8192)]
    public void Open_OfBytesThatAreNoDatabase_RefusesAndLeavesThem(int filler, int length)
    {
        var path = _folder["notes.db"];
        var bytes = Enumerable.Repeat((byte)filler, length).ToArray();
        File.WriteAllBytes(path, bytes);
        var exception = Assert.Throws<DatabaseException>(() => Notes.Open(path));
        Assert.Equal(DatabaseFault.NotADatabase, exception.Fault);
        Assert.StartsWith(length == 0 ? $"{path} is empty." : $"{path}: ", exception.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData("DELETE")]
    [InlineData("WAL")]
    public void Open_OfAnotherApplicationsDatabase_RefusesAndLeavesIt(string journalMode)
    {
        var path = _folder["notes.db"];
        using (var connection = OpenPlain(path))
        {
            _ = ConnectionSettings.Ask(connection, $"PRAGMA journal_mode = {journalMode}");
            _ = ConnectionSettings.Ask(connection, "CREATE TABLE theirs(a)");
        }

        var before = File.ReadAllBytes(path);
        var exception = Assert.Throws<DatabaseException>(() => Notes.Open(path));
        Assert.Equal(DatabaseFault.ForeignDatabase, exception.Fault);
        Assert.Equal(
            $"{path} has application_id 0, not {Notes.ApplicationId}: it belongs to another application.",
            exception.Message);
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Open_OfAnotherApplicationsDatabaseWithALog_LeavesTheLog()
    {
        var theirs = _folder["theirs.db"];
        var path = _folder["notes.db"];
        using (var connection = OpenPlain(theirs))
        {
            _ = ConnectionSettings.Ask(connection, "PRAGMA journal_mode = WAL");
            _ = ConnectionSettings.Ask(connection, "CREATE TABLE theirs(a)");
            File.Copy(theirs, path);
            File.Copy(theirs + "-wal", path + "-wal");
        }

        var log = File.ReadAllBytes(path + "-wal");
        Assert.Equal(DatabaseFault.ForeignDatabase, FaultOfOpen(path));
        Assert.Equal(log, File.ReadAllBytes(path + "-wal"));
    }

    [Fact]
    public void Open_WithoutTheTableOfVersions_IsCorrupt()
    {
        var path = _folder["notes.db"];
        Notes.Open(path).Dispose();
        using (var connection = OpenPlain(path))
        {
            _ = ConnectionSettings.Ask(connection, "DROP TABLE schema_version");
        }

        var exception = Assert.Throws<DatabaseException>(() => Notes.Open(path));
        Assert.Equal(DatabaseFault.Corrupt, exception.Fault);
        Assert.Equal($"{path} has lost its table schema_version.", exception.Message);
    }

    [Fact]
    [Trait("Invariant", "INV-24")]
    public void Read_OfADamagedPage_IsCorruptAndNotEmpty()
    {
        var path = _folder["notes.db"];
        using (var database = Notes.Open(path))
        {
            using var transaction = database.BeginWrite();
            for (var row = 0; row < 2000; row++)
            {
                Notes.AddTo(transaction, new string('x', 100));
            }

            transaction.Commit();
        }

        using (var file = File.OpenWrite(path))
        {
            // Pages 1 to 5 hold the schema and the roots.
            file.Seek(4096 * 6, SeekOrigin.Begin);
            file.Write(new byte[4096 * 30]);
        }

        using var damaged = Notes.Open(path);
        using (var transaction = damaged.BeginWrite())
        {
            Notes.AddTo(transaction, "before the damage is met");
            var update = transaction.Command("UPDATE note SET text = text || '!'");
            Assert.Equal(DatabaseFault.Corrupt, Notes.FaultOf(() => update.ExecuteNonQuery()));
            var outcome = Assert.IsType<CommitOutcome.NotCommitted>(transaction.Commit());
            Assert.Equal(DatabaseFault.Corrupt, outcome.Fault);
        }

        using var snapshot = damaged.BeginRead();
        using var reader = snapshot.Command("SELECT text FROM note").ExecuteReader();
        Assert.Equal(DatabaseFault.Corrupt, Notes.FaultOf(() =>
        {
            while (reader.Read())
            {
                Assert.NotEmpty(reader.GetString(0));
            }
        }));
    }

    [Fact]
    public void Open_WithoutAPathOrASchema_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Notes.Open(" "));
        Assert.Throws<ArgumentNullException>(() => Database.Open(_folder["notes.db"], null!));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Open_OfAFolder_CannotOpen() => Assert.Equal(DatabaseFault.CannotOpen, FaultOfOpen(_folder.Path));

    [Fact]
    public void Open_UnderAFile_CannotOpen()
    {
        File.WriteAllText(_folder["file"], "x");
        Assert.Equal(DatabaseFault.CannotOpen, FaultOfOpen(_folder["file/notes.db"]));
        Assert.Equal(DatabaseFault.CannotOpen, FaultOfOpen(_folder["file/deeper/notes.db"]));
    }

    [Fact]
    public void Open_OfADanglingLink_CannotOpenAndMakesNothing()
    {
        File.CreateSymbolicLink(_folder["notes.db"], _folder["none.db"]);
        Assert.Equal(DatabaseFault.CannotOpen, FaultOfOpen(_folder["notes.db"]));
        Assert.False(File.Exists(_folder["none.db"]));
    }

    private static DatabaseFault FaultOfOpen(string path) => Notes.FaultOf(() => Notes.Open(path));

    private static SqliteConnection OpenPlain(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }
}
