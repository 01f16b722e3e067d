using Microsoft.Data.Sqlite;
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

    public CommandRunnerTests()
    {
        _log = new LogFile(_bench.Folder, TimeProvider.System);
        _database = Database.Open(
            _bench.StorePath, StoreSchema.Current, new DatabaseOptions { BusyTimeout = TimeSpan.FromMilliseconds(50) });
        _runner = new CommandRunner(_database, new Watchkeeper(_database, Now, _log, keepsWatch: false), Now, _log, _bench.Folder);
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

        FailSyncs();
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
        FailSyncs();

        // The old snapshot keeps the log from the file, and what the log holds proves nothing until then.
        var failed = Assert.Throws<StoreException>(() => _runner.Execute(Tracker.NewCommandId(), Bench.Stop()));
        Assert.Equal(StoreFault.IoError, failed.Fault);
        Assert.Contains("Look whether the command took effect", failed.Hint, StringComparison.Ordinal);
    }

    private void FailSyncs()
    {
#pragma warning disable TT0002 // It only asks for the connection.
        using var transaction = _database.BeginWrite();
#pragma warning restore TT0002
        FailingDisk.Under(((SqliteCommand)transaction.Command("SELECT 1")).Connection!.Handle!);
    }

    private Moment Now() => new(_bench.Clock.Reading, _bench.Clock.Zone);
}
