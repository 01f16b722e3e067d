using System.Runtime.Versioning;
using System.Text.Json;
using TimeTracker.Core.Diagnostics;
using TimeTracker.Core.Storage;
using TimeTracker.Core.Watching;
using TimeTracker.Domain;
using TimeTracker.Sqlite;
using TimeTracker.TestKit;

namespace TimeTracker.Core.Tests;

/// <summary>A command whose commit is refused, lost or in doubt: what is written then, and what is said.</summary>
public sealed class CommandRunnerTests : IDisposable
{
    private readonly Bench _bench = new();
    private readonly Database _database;
    private readonly LogFile _log;
    private readonly CommandRunner _runner;
    private Action _meanwhile = () => { };

    public CommandRunnerTests()
    {
        _log = new LogFile(_bench.Folder, TimeProvider.System);
        _database = Database.Open(
            _bench.StorePath, StoreSchema.Current, new DatabaseOptions { BusyTimeout = TimeSpan.FromMilliseconds(50) });
        var watchkeeper = new Watchkeeper(_database, Now, _log, keepsWatch: false);
        _runner = new CommandRunner(_database, watchkeeper, Now, _log, _bench.Folder);
    }

    public void Dispose()
    {
        _database.Dispose();
        _log.Dispose();
        _bench.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Invariant", "INV-03")]
    [Trait("Invariant", "INV-24")]
    public void ACommitThatCannotBeSynced_IsLookedUp_AndDoneOnce(bool othersKeepTheLog)
    {
        if (!othersKeepTheLog)
        {
            // Whoever opens it first then finds the commit in the log.
            _bench.Tracker.Abandon();
        }

        _database.FailSyncs();
        var done = Assert.IsType<CommandResult.Done>(_runner.Execute(Tracker.NewCommandId(), Bench.Start("Plan")));
        Assert.Equal(!othersKeepTheLog, done.Repeated);
        using var store = new RawStore(_bench.StorePath);
        Assert.Equal(["1|1|1"], store.Rows(
            "SELECT (SELECT count(*) FROM entry), (SELECT count(*) FROM operation), (SELECT count(*) FROM command)"));
    }

    [Fact]
    [Trait("Invariant", "INV-03")]
    [Trait("Invariant", "INV-24")]
    public void ACommitThatCannotBeSynced_AndThenNotBeLookedUp_IsNotSaidToHaveChangedNothing()
    {
        using var snapshot = new RawStore(_bench.StorePath);
        snapshot.Run("BEGIN");
        Assert.Equal(0L, snapshot.Ask<long>("SELECT count(*) FROM entry"));
        _bench.Do(Bench.Start("Plan"));
        _database.FailSyncs();

        // The old snapshot keeps the log from the file, and what the log holds proves nothing until then.
        var failed = Assert.Throws<StoreException>(() => _runner.Execute(Tracker.NewCommandId(), Bench.Stop()));
        Assert.Equal(StoreFault.IoError, failed.Fault);
        Assert.Contains("Look whether the command took effect", failed.Hint, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Invariant", "INV-24")]
    public void AStoreThatIsHeldByAnother_IsBusy_AndSoSaysTheLog()
    {
        using var writer = new RawStore(_bench.StorePath);
        writer.Run("BEGIN IMMEDIATE");
        var id = Tracker.NewCommandId();
        var failed = Assert.Throws<StoreException>(() => _runner.Execute(id, Bench.Start("Plan")));
        Assert.Equal(StoreFault.Busy, failed.Fault);
        Assert.Contains($"Command {id.Value} failed: Busy, 5", _bench.Log(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Invariant", "INV-01")]
    [Trait("Invariant", "INV-24")]
    public void ACommitThatIsRefused_LeavesNothing_WarnsOfNothing_AndSaysWhy()
    {
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.Sleep(TimeSpan.FromHours(1));
        _database.RefuseCommits();
        var id = Tracker.NewCommandId();
        var failed = Assert.Throws<StoreException>(() => _runner.Execute(id, Bench.Stop()));
        Assert.Equal(StoreFault.Unexpected, failed.Fault);
        using var store = new RawStore(_bench.StorePath);
        Assert.Equal(["1|1"], store.Rows("SELECT (SELECT count(*) FROM operation), (SELECT count(*) FROM command)"));
        var log = _bench.Log();
        Assert.Contains($"Command {id.Value} was not committed: ConstraintViolated, ", log, StringComparison.Ordinal);
        Assert.DoesNotContain("Gap", log, StringComparison.Ordinal);
    }

    [Fact]
    public void ASleepThatACommandFinds_IsWarnedOf_OnceItIsCommitted()
    {
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.Sleep(TimeSpan.FromHours(1));
        Assert.False(Assert.IsType<CommandResult.Done>(_runner.Execute(Tracker.NewCommandId(), Bench.Stop())).Repeated);
        Assert.Contains("of 01:00:00, 01:00:00 of it asleep", _bench.Log(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Invariant", "INV-16")]
    public void ASleepThatARuleCutsOut_IsCutBeforeTheCommandIsDecided()
    {
        _bench.Tracker.SetPolicy(GapKind.Suspend, new GapRule(GapAction.Discard, TimeSpan.FromMinutes(1)));
        var started = _bench.Do(Bench.Start("Plan")).Changed[0].Entry.Id;
        _bench.Clock.Work(TimeSpan.FromMinutes(10));
        _bench.Do(new Command.Edit(started, new Details { Description = "Plan B" }));
        _bench.Clock.Sleep(TimeSpan.FromHours(1));
        Assert.IsType<CommandResult.NothingToDo>(_runner.Execute(Tracker.NewCommandId(), Bench.Stop()));
        Assert.Equal(TimeSpan.FromMinutes(10), Assert.Single(_bench.All()).Duration);
    }

    [Fact]
    [Trait("Invariant", "INV-21")]
    public void AStoreThatIsMovedMeanwhile_KeepsWhatWasAskedFor_AndAllThatWasBooked()
    {
        _bench.Do(Bench.Start("Plan"));
        var id = Tracker.NewCommandId();
        _meanwhile = () => File.Move(_bench.StorePath, _bench.StorePath + ".away");
        var asks = new Command.Switch(new Details { Description = "Asked" }, When.Now.Value);
        var moved = Assert.Throws<StoreException>(() => _runner.Execute(id, asks));
        Assert.Equal(StoreFault.Moved, moved.Fault);
        var (asked, booked) = (Rescue($"{id}.json"), Rescue($"timetracker-{id}.db"));
        Assert.Equal(
            $"{_bench.StorePath} was deleted, moved or replaced while it was open. "
                + $"What you asked for is kept in {asked}, and all that was booked before in {booked}.",
            moved.Message);
        Assert.Equal(
            "Put the file back, or the copy in its place, and repeat the command; "
                + "repeated without, it begins a new store.",
            moved.Hint);
        Assert.Contains("Asked", File.ReadAllText(asked), StringComparison.Ordinal);
        using var store = new RawStore(booked);
        Assert.Equal(["Plan"], store.Rows("SELECT description FROM entry"));
        Assert.Contains(
            $"Command {id.Value} was not committed: the store's file has moved", _bench.Log(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Invariant", "INV-21")]
    public void AStoreThatIsMovedMeanwhile_AndCannotBeCopied_StillKeepsWhatWasAskedFor()
    {
        var id = Tracker.NewCommandId();
        _meanwhile = () => File.Move(_bench.StorePath, _bench.StorePath + ".away");
        Directory.CreateDirectory(Rescue(string.Empty));
        File.WriteAllText(Rescue($"timetracker-{id}.db"), "another's");
        var moved = Assert.Throws<StoreException>(() => _runner.Execute(id, Bench.Start("Plan")));
        Assert.EndsWith($" is kept in {Rescue($"{id}.json")}.", moved.Message, StringComparison.Ordinal);
        Assert.Contains("The store could not be copied: CannotOpen, 0", _bench.Log(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Invariant", "INV-21")]
    public void WhatIsKeptOfACommand_IsWhatTheLedgerHolds_OnceItIsRepeated()
    {
        _bench.Do(Bench.Start("Plan"));
        var id = Tracker.NewCommandId();
        var asks = new Command.Switch(new Details { Description = "Asked", Project = "Acme" }, When.Now.Value);
        _meanwhile = () => File.Move(_bench.StorePath, _bench.StorePath + ".away");
        Assert.Throws<StoreException>(() => _runner.Execute(id, asks));
        File.Move(_bench.StorePath + ".away", _bench.StorePath);
        _meanwhile = () => { };
        Assert.IsType<CommandResult.Done>(_runner.Execute(id, asks));

        using var store = new RawStore(_bench.StorePath);
        using var kept = JsonDocument.Parse(File.ReadAllText(Rescue($"{id}.json")));
        Assert.All(kept.RootElement.EnumerateArray(), operation => Assert.Equal(
            "op_id command_id kind entity_id payload reading_utc reading_monotonic reading_boottime reading_domain",
            string.Join(' ', operation.EnumerateObject().Select(field => field.Name))));
        Assert.Equal(
            store.Rows(
                "SELECT op_id, command_id, kind, entity_id, CAST(payload AS TEXT), reading_utc, reading_monotonic, "
                    + $"reading_boottime, reading_domain FROM operation WHERE command_id = x'{Hex(id.Value)}' ORDER BY position"),
            kept.RootElement.EnumerateArray().Select(operation => string.Join('|', operation.EnumerateObject().Select(
                field => field.Name is "op_id" or "command_id" or "entity_id" ? Hex(field.Value.GetGuid())
                    : field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString() : field.Value.GetRawText()))));
    }

    [RequiresFact(Requirement.Linux)]
    [UnsupportedOSPlatform("windows")]
    [Trait("Invariant", "INV-30")]
    public void WhatIsKept_IsItsOwnersAlone()
    {
        var id = Tracker.NewCommandId();
        _meanwhile = () => File.Move(_bench.StorePath, _bench.StorePath + ".away");
        Assert.Throws<StoreException>(() => _runner.Execute(id, Bench.Start("Plan")));
        const UnixFileMode own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(own, File.GetUnixFileMode(Rescue($"{id}.json")));
        Assert.Equal(own | UnixFileMode.UserExecute, File.GetUnixFileMode(Rescue(string.Empty)));
    }

    private static string Hex(Guid id) => Convert.ToHexString(id.ToByteArray(bigEndian: true));

    private string Rescue(string name) => Path.Combine(_bench.Folder, "rescue", name);

    private Moment Now()
    {
        _meanwhile();
        return new(_bench.Clock.Reading, _bench.Clock.Zone);
    }
}
