using TimeTracker.Sqlite.Tests.Actors;
using TimeTracker.TestKit;

namespace TimeTracker.Sqlite.Tests;

[Trait("Invariant", "INV-24")]
public sealed class FaultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    public FaultTests() => _path = _folder["notes.db"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void BeginWrite_WhileAnotherProcessHoldsTheLock_IsBusyAndLaterSucceeds()
    {
        using var database = Notes.OpenImpatient(_path);
        var line = Program.CommandLine("hold", _path);
        using var holder = ChildProcess.Start(line[0], line[1..]);
        Assert.Equal("Holding", holder.StandardOutput.ReadLine());

        var watch = System.Diagnostics.Stopwatch.StartNew();
        var exception = Assert.Throws<DatabaseException>(() => database.BeginWrite());
        Assert.Equal(DatabaseFault.Busy, exception.Fault);
        Assert.True(exception.IsTransient);
        Assert.Equal(5, exception.PrimaryCode);
        Assert.Equal($"{_path}: BEGIN failed with 5 (database is locked).", exception.Message);
        Assert.True(watch.ElapsedMilliseconds >= 40, "it did not wait");
        Assert.Equal(0, Notes.Count(database));

        holder.StandardInput.WriteLine();
        Assert.Equal("Committed", holder.StandardOutput.ReadLine());
        holder.WaitForExit();
        Assert.IsType<CommitOutcome.Committed>(Notes.Add(database, "after"));
        Assert.Equal(2, Notes.Count(database));
    }

    [RequiresFact(Requirement.Linux | Requirement.Mount)]
    public void Commit_OnAFullDisk_IsNotCommittedAndWorksAgainWithSpace()
    {
        using var disk = new SmallDisk(_folder["disk"], "400k");
        using var database = Notes.Open(disk["notes.db"]);
        Notes.Add(database, "one");
        var full = disk.Fill();
        CommitOutcome outcome;
        using (var transaction = database.BeginWrite())
        {
            for (var row = 0; row < 100; row++)
            {
                Notes.AddTo(transaction, new string('x', 3000));
            }

            outcome = transaction.Commit();
        }

        Assert.Equal(DatabaseFault.Full, Assert.IsType<CommitOutcome.NotCommitted>(outcome).Fault);
        Assert.Equal(1, Notes.Count(database));
        File.Delete(full);
        Assert.IsType<CommitOutcome.Committed>(Notes.Add(database, "two"));
        Assert.Equal(2, Notes.Count(database));
    }

    [RequiresFact(Requirement.Linux | Requirement.Mount)]
    public void Command_OnAFullDisk_IsFullAndSoIsTheCommitAfterIt()
    {
        using var disk = new SmallDisk(_folder["disk"], "400k");
        using var database = Notes.Open(disk["notes.db"]);
        using (var transaction = database.BeginWrite())
        {
            // More than the page cache holds, so that a statement has to write to the log.
            var insert = transaction.Command("""
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
                INSERT INTO note(text) SELECT printf('%.3000c', 'x') FROM n
                """);
            Assert.Equal(DatabaseFault.Full, Notes.FaultOf(() => insert.ExecuteNonQuery()));
            Assert.Equal(DatabaseFault.Full, Assert.IsType<CommitOutcome.NotCommitted>(transaction.Commit()).Fault);
        }

        Assert.Equal(0, Notes.Count(database));
        Assert.IsType<CommitOutcome.Committed>(Notes.Add(database, "one"));
    }

    [RequiresFact(Requirement.Linux | Requirement.Mount)]
    public void Open_OfANewFileOnAFullDisk_IsFullAndLeavesNothing()
    {
        using var disk = new SmallDisk(_folder["disk"], "64k");
        var full = disk.Fill();
        Assert.Equal(DatabaseFault.Full, Notes.FaultOf(() => Notes.Open(disk["notes.db"])));
        Assert.Equal([full], Directory.GetFiles(disk.Path));
    }

    [RequiresFact(Requirement.Linux | Requirement.Strace)]
    [Trait("Invariant", "INV-02")]
    [Trait("Runs", "processes")]
    public void Commit_WhoseSyncFails_IsUnknownAndTheNextOneWorks()
    {
        Notes.Open(_path).Dispose();

        // The first commit syncs the log's header, its folder and its frames; which sync is the second commit's is
        // found by trying.
        var unknown = Enumerable.Range(1, 5).Select(sync => Inject("add-look", sync, "EIO", _path)).ToList();
        var seen = unknown.FindAll(one => one.Output.StartsWith("Unknown { Fault = IoError", StringComparison.Ordinal));
        Assert.NotEmpty(seen);
        Assert.All(seen, one => Assert.Equal("Committed", one.Output.Split('\n')[2]));
        Assert.DoesNotContain(unknown, one => one.Output.StartsWith("NotCommitted", StringComparison.Ordinal));
    }

    [RequiresFact(Requirement.Linux | Requirement.Strace)]
    [Trait("Invariant", "INV-02")]
    [Trait("Runs", "processes")]
    public void Commit_WhoseSyncFailsBeforeTheProcessDies_LeavesAllOrNothingOfIt()
    {
        var unknown = 0;
        for (var sync = 1; sync <= 4; sync++)
        {
            var path = _folder[$"{sync}.db"];
            Notes.Open(path).Dispose();
            var died = Inject("add-die", sync, "EIO", path);
            using var database = Notes.Open(path);
            var outcomes = died.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            unknown += outcomes.Count(one => one == "Unknown");
            Assert.InRange(Notes.Count(database), outcomes.Count(one => one == "Committed"), 2);
            Assert.IsType<CommitOutcome.Committed>(Notes.Add(database, "after"));
        }

        Assert.NotEqual(0, unknown);
    }

    [RequiresFact(Requirement.Linux | Requirement.Strace)]
    [Trait("Runs", "processes")]
    public void Read_ThatFails_IsAnIoErrorAndNeverAnEmptyResult()
    {
        using (var database = Notes.Open(_path))
        {
            Notes.Add(database, "one");
        }

        var outputs = Enumerable.Range(1, 12).Select(read => Program.Run(
            ["strace", "-f", "-qq", "-P", _path, "-o", _folder["trace"], "-e", $"inject=pread64:error=EIO:when={read}"],
            "read",
            _path).Output).ToList();

        // SQLite itself calls an EIO of a page corruption.
        Assert.All(outputs, one => Assert.True(one is "1\n" or "IoError\n" or "Corrupt\n", one));
        Assert.Contains("IoError\n", outputs);
        Assert.Contains("Corrupt\n", outputs);
    }

    [RequiresFact(Requirement.Linux | Requirement.Root | Requirement.Setpriv)]
    [Trait("Runs", "processes")]
    public void Open_WithoutTheRightToWrite_ReadsAndRefusesToWrite()
    {
        using (var database = Notes.Open(_path))
        {
            Notes.Add(database, "one");
        }

        Allow(_folder.Path, "755");
        Allow(_path, "644");
        Assert.Equal("1\n", AsNobody("read").Output);
        Assert.Equal("ReadOnly\n", AsNobody("add").Output);
        Allow(_path, "600");
        Assert.Equal("CannotOpen\n", AsNobody("read").Output);
        File.Delete(_path);
        Assert.Equal("CannotOpen\n", AsNobody("add").Output);
    }

    [RequiresFact(Requirement.Linux | Requirement.Mount)]
    public void Open_OnAReadOnlyDisk_ReadsAndRefusesToWrite()
    {
        const string name = "no%41tes?x=1#;.db";
        using var disk = new SmallDisk(_folder["disk"], "400k");
        using (var database = Notes.Open(disk[name]))
        {
            Notes.Add(database, "one");
        }

        disk.Remount("ro");
        using (var database = Notes.Open(disk[name]))
        {
            Assert.Equal(1, Notes.Count(database));
            Assert.Equal((0, 0), database.ReadChanges());
            var refused = Assert.Throws<DatabaseException>(() => database.BeginWrite());
            Assert.Equal(
                (DatabaseFault.ReadOnly, $"{disk[name]} can be read but not written."), (refused.Fault, refused.Message));
            disk.Remount("rw");
            Assert.IsType<CommitOutcome.Committed>(Notes.Add(database, "two"));
            Assert.Equal(2, Notes.Count(database));
        }

        disk.Remount("ro");
        Assert.Equal(DatabaseFault.ReadOnly, Notes.FaultOf(() => Notes.Open(disk["new.db"])));
    }

    private static void Allow(string path, string mode) =>
        Assert.Equal(0, ChildProcess.Run("chmod", mode, path).ExitCode);

    private ChildProcess AsNobody(string verb) => Program.Run(
        ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"], verb, _path);

    private ChildProcess Inject(string verb, int sync, string error, string path) => Program.Run(
        ["strace", "-f", "-qq", "-P", path + "-wal", "-o", _folder["trace"],
            "-e", $"inject=fsync:error={error}:when={sync}"],
        verb,
        path);
}
