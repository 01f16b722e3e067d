using System.Globalization;
using TimeTracker.Sqlite.Migrations;
using TimeTracker.TestKit;

namespace TimeTracker.Sqlite.Tests;

/// <summary>A backup before a migration, and the copy that is saved of a file that no path names.</summary>
[Trait("Invariant", "INV-22")]
public sealed class BackupTests : IDisposable
{
    private const string FirstName = "backup/notes-v1-20260220T041705123Z";

    private static readonly Schema Broken = new(
        Notes.ApplicationId, [Notes.Schema.Migrations[0], new Migration(2, "half", "INSERT INTO nowhere VALUES(1)")]);

    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    public BackupTests()
    {
        _path = _folder["notes.db"];
        using var database = Notes.Open(_path);
        Notes.Add(database, "one");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Backups_OfOneMoment_AreNumbered()
    {
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            Assert.Equal(DatabaseFault.Unexpected, FaultOfOpen(Broken));
        }

        Assert.Equal(
            [_folder[$"{FirstName}-2.db"], _folder[$"{FirstName}-3.db"], _folder[$"{FirstName}.db"]],
            Directory.GetFiles(_folder["backup"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Backup_WhoseHundredNamesAreTaken_IsNotMadeAndNothingIsMigrated()
    {
        Directory.CreateDirectory(_folder["backup"]);
        File.WriteAllText(_folder[$"{FirstName}.db"], "taken");
        foreach (var number in Enumerable.Range(2, 98))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{FirstName}-{number}.db");
            File.WriteAllText(_folder[name], "taken");
        }

        Assert.Equal(DatabaseFault.Unexpected, FaultOfOpen(Broken));
        Assert.True(File.Exists(_folder[$"{FirstName}-100.db"]));
        var exception = Assert.Throws<DatabaseException>(() => Open(Notes.Newer));
        Assert.Equal(DatabaseFault.CannotOpen, exception.Fault);
        Assert.Equal($"{_folder[FirstName]}.db and all its numbered names are taken.", exception.Message);
        Assert.Equal(100, Directory.GetFiles(_folder["backup"]).Length);
        ExpectOld(_path);
    }

    [Fact]
    public void Backup_RemovesWhatADeadMakerLeft()
    {
        Directory.CreateDirectory(_folder["backup"]);
        File.WriteAllText(_folder["backup/notes-v1-earlier.new-1-0"], "half a copy");
        File.WriteAllText(_folder["backup/notes-v1-earlier.new-1-0.claim"], string.Empty);
        Open(Notes.Newer).Dispose();
        Assert.Equal([_folder[$"{FirstName}.db"]], Directory.GetFiles(_folder["backup"]));
    }

    [Fact]
    public void Backup_ThatIsNotSound_IsNamedWithWhatIsWrong()
    {
        MakeUnsound();
        var exception = Assert.Throws<DatabaseException>(() => Open(Notes.Newer));
        Assert.StartsWith(_folder["backup"], exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            "the backup is not sound: CHECK constraint failed in note", exception.Message, StringComparison.Ordinal);
    }

    [RequiresFact(Requirement.Linux | Requirement.Mount)]
    public void Backup_ThatDoesNotFitOnTheDisk_IsFullAndNothingIsMigrated()
    {
        using var disk = new SmallDisk(_folder["disk"], "1200k");
        var path = disk["notes.db"];
        using (var database = Notes.Open(path))
        using (var transaction = database.BeginWrite())
        {
            for (var row = 0; row < 100; row++)
            {
                Notes.AddTo(transaction, new string('x', 3000));
            }

            Assert.IsType<CommitOutcome.Committed>(transaction.Commit());
        }

        using (var filler = new FileStream(disk.Fill(), FileMode.Open))
        {
            // Room for the log's index, but not for a second database.
            filler.SetLength(filler.Length - (150 * 1024));
        }

        var exception = Assert.Throws<DatabaseException>(() => Database.Open(path, Notes.Newer));
        Assert.Equal(DatabaseFault.Full, exception.Fault);
        Assert.StartsWith(disk["backup"], exception.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(disk["backup"]));
        using var old = Notes.Open(path);
        Assert.Equal(100, Notes.Count(old));
    }

    [Fact]
    public void SaveCopy_OfAnUnsoundFile_IsCorruptAndLeavesNothing()
    {
        MakeUnsound();
        Assert.Equal(DatabaseFault.Corrupt, Save(_folder["rescue/copy.db"]).Fault);
        Assert.Empty(Directory.GetFiles(_folder["rescue"]));
    }

    [Fact]
    public void SaveCopy_OverAFile_SaysThatItIsThere()
    {
        File.WriteAllText(_folder["copy.db"], "another's");
        Assert.Equal($"{_folder["copy.db"]} is there already.", Save(_folder["copy.db"]).Message);
        Assert.Equal("another's", File.ReadAllText(_folder["copy.db"]));
    }

    [Fact]
    public void SaveCopy_UnderAFile_CannotOpen()
    {
        File.WriteAllText(_folder["file"], "in the way");
        var exception = Save(_folder["file/copy.db"]);
        Assert.Equal(DatabaseFault.CannotOpen, exception.Fault);
        Assert.StartsWith(_folder["file/copy.db"], exception.Message, StringComparison.Ordinal);
    }

    [RequiresFact(Requirement.Linux | Requirement.Mount)]
    public void SaveCopy_OntoAFullDisk_IsFullAndLeavesNothing()
    {
        using var disk = new SmallDisk(_folder["disk"], "64k");
        var full = disk.Fill();
        var exception = Save(disk["copy.db"]);
        Assert.Equal(DatabaseFault.Full, exception.Fault);
        Assert.StartsWith(disk["copy.db"], exception.Message, StringComparison.Ordinal);
        Assert.Equal([full], Directory.GetFiles(disk.Path));
    }

    private DatabaseException Save(string path)
    {
        using var database = Notes.Open(_path);
#pragma warning disable TT0002 // Saving a copy ends the transaction.
        using var transaction = database.BeginWrite();
#pragma warning restore TT0002
        return Assert.Throws<DatabaseException>(() => transaction.SaveCopy(path));
    }

    private void MakeUnsound()
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_path};Pooling=False");
        connection.Open();
        _ = Connections.ConnectionSettings.Ask(connection, "PRAGMA ignore_check_constraints = 1");
        _ = Connections.ConnectionSettings.Ask(connection, "INSERT INTO note(text) VALUES('')");
    }

    private Database Open(Schema schema) =>
        Database.Open(_path, schema, new DatabaseOptions { Clock = new OddClock() });

    private DatabaseFault FaultOfOpen(Schema schema) => Notes.FaultOf(() => Open(schema));

    private static void ExpectOld(string path)
    {
        using var old = Notes.Open(path);
        Assert.Equal(1, Notes.Count(old));
    }
}
