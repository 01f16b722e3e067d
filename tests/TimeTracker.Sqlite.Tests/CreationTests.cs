using Microsoft.Data.Sqlite;
using TimeTracker.Sqlite.Tests.Actors;
using TimeTracker.TestKit;

namespace TimeTracker.Sqlite.Tests;

public sealed class CreationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_OfAMissingPath_MakesOneFileForTheOwnerAlone()
    {
        var path = _folder["a/b/notes.db"];
        Notes.Open(path).Dispose();
        Assert.Equal([path], Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
            var folderMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            Assert.Equal(folderMode, File.GetUnixFileMode(_folder["a"]));
            Assert.Equal(folderMode, File.GetUnixFileMode(_folder["a/b"]));
        }
    }

    [Theory]
    [InlineData("with space;and=semicolon.db")]
    [InlineData("file:x?mode=memory#%41.db")]
    public void Open_OfAnOddName_MakesThatFile(string name)
    {
        using (var database = Notes.Open(_folder[name]))
        {
            Notes.Add(database, "one");
        }

        Assert.Equal([_folder[name]], Directory.GetFiles(_folder.Path));
        using var again = Notes.Open(_folder[name]);
        Assert.Equal(1, Notes.Count(again));
    }

    [Fact]
    [Trait("Runs", "processes")]
    public void Open_ByManyProcessesAtOnce_SucceedsInEach()
    {
        const int processes = 40;
        var path = _folder["fresh/notes.db"];
        var line = Program.CommandLine("add", path);
        var running = Enumerable.Range(0, processes).Select(_ => ChildProcess.Start(line[0], line[1..])).ToList();
        var ended = running.ConvertAll(ChildProcess.Finish);

        Assert.All(ended, one => Assert.Equal("Committed\n", one.Output + one.Errors));
        using (var database = Notes.Open(path))
        {
            Assert.Equal(processes, Notes.Count(database));
        }

        Assert.Equal([path], Directory.GetFiles(_folder["fresh"]));
    }

    [Fact]
    public void Open_ByManyThreadsAtOnce_SucceedsInEach()
    {
        var path = _folder["fresh/notes.db"];
        Parallel.For(0, 16, new ParallelOptions { MaxDegreeOfParallelism = 16 }, _ =>
        {
            using var database = Notes.Open(path);
            Assert.IsType<CommitOutcome.Committed>(Notes.Add(database, "one"));
        });
        using var database = Notes.Open(path);
        Assert.Equal(16, Notes.Count(database));
    }

    [RequiresFact(Requirement.Linux | Requirement.Strace)]
    [Trait("Runs", "processes")]
    public void Open_KilledAtAnySync_LeavesNothingOrAWholeDatabase()
    {
        var made = 0;
        for (var sync = 1; sync <= 20; sync++)
        {
            var path = _folder[$"{sync}/notes.db"];
            var killed = Program.Run(
                ["strace", "-f", "-qq", "-o", _folder["trace"], "-e", $"inject=fsync:signal=KILL:when={sync}"],
                "open",
                path);
            Assert.Empty(killed.Errors);
            if (File.Exists(path))
            {
                made++;
                using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
                connection.Open();
                Assert.Equal("1", Connections.ConnectionSettings.Ask(connection, Migrations.SchemaVersion.Query));
            }

            Notes.Open(path).Dispose();
            Assert.Equal([path], Directory.GetFiles(_folder[$"{sync}"]));
        }

        Assert.InRange(made, 1, 19);
    }

    [RequiresFact(Requirement.Linux | Requirement.Strace)]
    [Trait("Runs", "processes")]
    public void Open_OfAMissingPath_SyncsTheFileBeforeItsNameAndTheNameAfterwards()
    {
        var path = _folder["new/notes.db"];
        var traced = Program.Run(
            ["strace", "-f", "-qq", "-y", "-o", _folder["trace"], "-e", "trace=fsync,link"], "open", path);
        Assert.Equal("Opened\n", traced.Output);
        var calls = File.ReadLines(_folder["trace"])
            .Where(line => line.Contains(_folder.Path, StringComparison.Ordinal))
            .Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..].Trim())
            .ToList();

        var link = calls.FindIndex(call => call.StartsWith("link(", StringComparison.Ordinal));
        Assert.Contains($"<{_folder.Path}>", calls[0], StringComparison.Ordinal);
        Assert.Matches("notes.db.new-[0-9]+-0>", calls[link - 1]);
        Assert.Matches("notes.db.new-[0-9]+-0>", calls[link - 2]);
        Assert.Contains($"<{_folder["new"]}>", calls[link + 1], StringComparison.Ordinal);
    }

    [Fact]
    public void Open_BesideALivingMaker_LeavesItsTemporaryAlone()
    {
        using (var living = Files.TemporaryFile.Claim(_folder["notes.db"]))
        {
            Notes.Open(_folder["notes.db"]).Dispose();
            Assert.True(File.Exists(living.Path));
        }

        Assert.Equal([_folder["notes.db"]], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Open_BesideWhatADeadMakerLeft_RemovesIt()
    {
        Notes.Open(_folder["notes.db"]).Dispose();
        File.WriteAllText(_folder["notes.db.new-1-0"], "half a database");
        File.WriteAllText(_folder["notes.db.new-1-0.claim"], string.Empty);
        Notes.Open(_folder["notes.db"]).Dispose();
        Assert.Equal([_folder["notes.db"]], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Open_WhereOnlyAnEmptyLogIsLeft_MakesADatabase()
    {
        File.WriteAllText(_folder["notes.db-wal"], string.Empty);
        using var database = Notes.Open(_folder["notes.db"]);
        Assert.IsType<CommitOutcome.Committed>(Notes.Add(database, "one"));
    }

    [Fact]
    public void Open_WhereOnlyTheLogIsLeft_RefusesAndLeavesIt()
    {
        File.WriteAllText(_folder["notes.db-wal"], "the only copy");
        var refused = Assert.Throws<DatabaseException>(() => Notes.Open(_folder["notes.db"]));
        Assert.Equal(DatabaseFault.Moved, refused.Fault);
        Assert.Equal(
            $"{_folder["notes.db"]} is gone, but its log {_folder["notes.db"]}-wal is there.", refused.Message);
        Assert.Equal("the only copy", File.ReadAllText(_folder["notes.db-wal"]));
        Assert.Equal([_folder["notes.db-wal"]], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void TryPublish_OverAnExistingFile_DoesNot()
    {
        File.WriteAllText(_folder["new"], "new");
        File.WriteAllText(_folder["final"], "old");
        Assert.False(Files.DurableFiles.TryPublish(_folder["new"], _folder["final"]));
        Assert.Equal("old", File.ReadAllText(_folder["final"]));
    }
}
