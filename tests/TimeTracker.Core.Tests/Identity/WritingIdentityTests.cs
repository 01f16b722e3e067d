using TimeTracker.Core.Diagnostics;
using TimeTracker.Core.Identity;
using TimeTracker.Core.Storage;
using TimeTracker.Domain;
using TimeTracker.Sqlite;
using TimeTracker.TestKit;

namespace TimeTracker.Core.Tests.Identity;

/// <summary>Two copies of a store never both write as one device.</summary>
[Trait("Invariant", "INV-20")]
public sealed class WritingIdentityTests : IDisposable
{
    private readonly TemporaryFolder _home = new();
    private readonly TemporaryFolder _elsewhere = new();

    public void Dispose()
    {
        _home.Dispose();
        _elsewhere.Dispose();
    }

    [Fact]
    public void AStoreThatStaysWhereItIs_KeepsItsName()
    {
        Work(_home, "one", "Plan");
        Work(_home, "one", "Call");
        Assert.Single(Rows(_home, "SELECT device_id FROM device"));
        Assert.Equal(["1", "2", "3", "4"], Rows(_home, "SELECT seq FROM outbox ORDER BY seq"));
    }

    [Fact]
    public void AStoreThatWasCopiedToAnotherMachine_WritesAsASuccessor_AndLosesNothingThatWasUnsent()
    {
        Work(_home, "one", "Plan");
        Copy(_home, _elsewhere);
        var before = Rows(_home, "SELECT op_id FROM operation ORDER BY position");
        Work(_elsewhere, "two", "Call");

        Assert.Equal(["1"], Rows(_elsewhere, """
            SELECT count(*) FROM device AS new JOIN device AS old ON new.successor_of = old.device_id
            WHERE new.is_current = 1 AND old.is_current = 0
            """));
        var sent = Rows(_elsewhere, """
            SELECT seq, outbox.op_id, prev_op_id FROM outbox JOIN device USING (device_id) WHERE is_current = 1 ORDER BY seq
            """).ConvertAll(row => row.Split('|'));
        Assert.Equal(["1", "2", "3", "4"], sent.Select(row => row[0]));
        Assert.Equal(before, sent.Take(2).Select(row => row[1]));
        Assert.Equal(["", .. sent.Take(3).Select(row => row[1])], sent.Select(row => row[2]));
    }

    [Fact]
    public void WhatTheFeedHasBrought_KeepsItsNumber_AndWhatItLacksIsSentAgain()
    {
        Work(_home, "one", "Plan");
        using (var store = new RawStore(_home["timetracker.db"]))
        {
            store.Run("UPDATE outbox SET verdict = 'accepted' WHERE seq <= 2");
            store.Run("INSERT INTO feed SELECT 1, op_id, device_id, 0, 0, 1700000000000000, zeroblob(32) FROM outbox WHERE seq = 1");
        }

        Work(_home, "two", "Call");
        Assert.Equal(
            ["0|1|accepted", "1|1|", "1|2|", "1|3|"],
            Rows(_home, "SELECT is_current, seq, verdict FROM outbox JOIN device USING (device_id) ORDER BY is_current, seq"));
    }

    [Fact]
    [Trait("Invariant", "INV-21")]
    public void AFileThatWasPutInTheStoresPlace_WritesAsASuccessor()
    {
        Work(_home, "one", "Plan");
        Copy(_home, _elsewhere);
        Work(_home, "one", "Call");
        File.Delete(_home["timetracker.db"]);
        Copy(_elsewhere, _home);
        Work(_home, "one", "Read");
        Assert.Equal(2, Rows(_home, "SELECT device_id FROM device").Count);
        Assert.Equal(["1|Plan", "2|Read"], Rows(_home, "SELECT row_number() OVER (ORDER BY start_utc), description FROM entry"));
    }

    [Fact]
    public void OneHome_IsAllThatThereCanBe()
    {
        Work(_home, "one", "Plan");
        using var store = new RawStore(_home["timetracker.db"]);
        store.Refuse("INSERT INTO home VALUES (2, 'a', 'b')");
        store.Refuse("UPDATE home SET machine = NULL");
    }

    [Fact]
    public void TheMachinesFingerprint_IsAlwaysTheSame_AndNamesNobody()
    {
        var print = Core.Identity.MachineFingerprint.Read();
        Assert.Equal(32, print.Length);
        Assert.Equal(print, Core.Identity.MachineFingerprint.Read());
        Assert.DoesNotContain(Environment.MachineName, print, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void AStoreThatStaysWhereItIs_IsOpenedWhileAnotherProgramWrites()
    {
        Work(_home, "one", "Plan");
        using var writer = new RawStore(_home["timetracker.db"]);
        writer.Run("BEGIN IMMEDIATE");
        using var tracker = Open(_home.Path, "one");
        Assert.IsType<TimerState.Idle>(tracker.Timer().State);
    }

    [Fact]
    public void ACopy_IsNotOpened_BeforeItsNewNameIsWritten()
    {
        Work(_home, "one", "Plan");
        using var writer = new RawStore(_home["timetracker.db"]);
        writer.Run("BEGIN IMMEDIATE");
        Assert.Equal(StoreFault.Busy, Assert.Throws<StoreException>(() => Open(_home.Path, "two")).Fault);
    }

    [RequiresFact(Requirement.Linux | Requirement.Mount)]
    public void ACopyThatCannotBeWritten_IsReadUnderItsOldName()
    {
        using var disk = new SmallDisk(_home["disk"], "4m");
        using (var tracker = Open(disk.Path, "one"))
        {
            Assert.IsType<CommandResult.Done>(tracker.Execute(Bench.Start("Plan")));
        }

        disk.Remount("ro");
        using var copy = Open(disk.Path, "two");
        Assert.Equal("Plan", copy.CurrentEntry()!.Entry.Description.Value);
        Assert.Equal(StoreFault.ReadOnly, Assert.Throws<StoreException>(() => copy.Execute(Bench.Stop())).Fault);
    }

    [Fact]
    public void ACopysNewName_IsLogged()
    {
        Work(_home, "one", "Plan");
        Assert.DoesNotContain("copied or put back", Log(_home), StringComparison.Ordinal);
        Copy(_home, _elsewhere);
        Work(_elsewhere, "two", "Call");
        var row = Assert.Single(Rows(_elsewhere, "SELECT device_id FROM device WHERE is_current = 1"));
        var id = new Guid(Convert.FromHexString(row), bigEndian: true);
        Assert.Contains(
            $"This store was copied or put back; it writes as the new device {id}",
            Log(_elsewhere).Replace("\"", string.Empty, StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatIsToldFromOthersOnlyLater_StaysTheSameStore()
    {
        using var database = Database.Open(_home["timetracker.db"], StoreSchema.Current);
        Settle(database, "one", string.Empty);
        Settle(database, "one", "a file");
        Assert.Equal(["one|a file"], Rows(_home, "SELECT machine, file FROM home"));
        Settle(database, "one", string.Empty);
        Assert.Equal(["one|a file"], Rows(_home, "SELECT machine, file FROM home"));
        Assert.Single(Rows(_home, "SELECT device_id FROM device"));
        Settle(database, "two", string.Empty);
        Assert.Equal(["two|"], Rows(_home, "SELECT machine, file FROM home"));
        Assert.Equal(2, Rows(_home, "SELECT device_id FROM device").Count);
    }

    [Fact]
    public void ANameThatWasNotWritten_IsTheFaultThatTheCommitHad()
    {
        using var database = Database.Open(_home["timetracker.db"], StoreSchema.Current);
        database.RefuseCommits();

        var refused = Assert.Throws<DatabaseException>(() => Settle(database, "one", "a file"));
        Assert.Equal(DatabaseFault.ConstraintViolated, refused.Fault);
        Assert.StartsWith("the store's identity was not written: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("COMMIT failed with 531", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Rows(_home, "SELECT device_id FROM device"));

        database.RefuseCommits(false);
        database.FailSyncs();

        var unknown = Assert.Throws<DatabaseException>(() => Settle(database, "one", "a file"));
        Assert.Equal(DatabaseFault.IoError, unknown.Fault);
        Assert.StartsWith(
            "whether the store's identity was written is unknown: ", unknown.Message, StringComparison.Ordinal);
        Assert.Contains("COMMIT failed with 1034", unknown.Message, StringComparison.Ordinal);
        Settle(database, "one", "a file");
        Assert.Single(Rows(_home, "SELECT device_id FROM device"));
    }

    private void Settle(Database database, string machine, string file)
    {
        using var log = new LogFile(_home.Path, TimeProvider.System);
        WritingIdentity.Settle(database, new StoreHome(machine, file), 1_800_000_000_000_000, log);
    }

    private static string Log(TemporaryFolder folder) => string.Concat(
        Directory.GetFiles(folder.Path, "*.log", SearchOption.AllDirectories).Select(File.ReadAllText));

    private static Tracker Open(string folder, string machine) => Tracker.Open(new TrackerOptions
    {
        Folder = folder, Machine = () => machine, BusyTimeout = TimeSpan.FromMilliseconds(50),
    });

    private static void Work(TemporaryFolder folder, string machine, string description)
    {
        using var tracker = Tracker.Open(new TrackerOptions { Folder = folder.Path, Machine = () => machine });
        Assert.IsType<CommandResult.Done>(tracker.Execute(Bench.Start(description)));
        Assert.IsType<CommandResult.Done>(tracker.Execute(Bench.Stop()));
    }

    private static void Copy(TemporaryFolder from, TemporaryFolder to) =>
        File.Copy(from["timetracker.db"], to["timetracker.db"]);

    private static List<string> Rows(TemporaryFolder folder, string sql)
    {
        using var store = new RawStore(folder["timetracker.db"]);
        return store.Rows(sql);
    }
}
