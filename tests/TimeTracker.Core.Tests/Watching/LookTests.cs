using TimeTracker.Domain;

namespace TimeTracker.Core.Tests.Watching;

/// <summary>What a look at the clocks says in the log, and what becomes of one that fails.</summary>
public sealed class LookTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    [Trait("Invariant", "INV-17")]
    public void AStepOfTheWallClock_IsLogged()
    {
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.StepWallClock(TimeSpan.FromHours(1));
        _ = _bench.Tracker.Timer();
        Assert.Contains("WRN The wall clock was set by 01:00:00; no duration changes", _bench.Log(), StringComparison.Ordinal);
    }

    [Fact]
    public void AStall_IsLogged()
    {
        _bench.Reopen(keepsWatch: true);
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.Work(TimeSpan.FromMinutes(10));
        _bench.Tracker.Pulse();
        Assert.Contains(
            "WRN This program did not run for 00:10:00 although the machine was awake", _bench.Log(), StringComparison.Ordinal);
    }

    [Fact]
    public void ASleep_IsLoggedByItsGapAndItsEntry()
    {
        var entry = _bench.Do(Bench.Start("Plan")).Changed[0].Entry.Id;
        _bench.Clock.Work(TimeSpan.FromMinutes(1));
        _bench.Clock.Sleep(TimeSpan.FromMinutes(10));
        _ = _bench.Tracker.Timer();
        var gap = Assert.Single(_bench.Tracker.Review()).Gap;
        Assert.Contains(
            $"WRN Gap {gap.Id.Value} in entry {entry.Value}: Suspend of {gap.Range.Duration}, 00:10:00 of it asleep",
            _bench.Log(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Invariant", "INV-16")]
    public void ALookThatCannotWrite_FailsNothing_IsLogged_AndTheNextOneAsks()
    {
        _bench.Reopen(busyTimeout: TimeSpan.FromMilliseconds(50));
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.Sleep(TimeSpan.FromMinutes(10));
        using var other = new RawStore(_bench.StorePath);
        other.Run("BEGIN IMMEDIATE");
        Assert.Equal(0, _bench.Tracker.Timer().OpenQuestions);
        other.Run("ROLLBACK");
        Assert.Contains("WRN Looking at the clocks failed: Busy, 5", _bench.Log(), StringComparison.Ordinal);
        Assert.Equal(1, _bench.Tracker.Timer().OpenQuestions);
    }

    [Fact]
    public void ALookAfterTheClose_DoesNothing_AndASecondCloseNeither()
    {
        _bench.Tracker.Dispose();
        _bench.Tracker.Pulse();
        _bench.Tracker.Dispose();
        Assert.Empty(_bench.Log());
    }

    [Fact]
    public void AStoreThatCannotBeRead_IsLoggedByItsFault()
    {
        File.Move(_bench.StorePath, _bench.StorePath + ".away");
        Assert.Equal(StoreFault.Moved, Assert.Throws<StoreException>(() => _bench.Tracker.CurrentEntry()).Fault);
        Assert.Equal(StoreFault.Moved, Assert.Throws<StoreException>(() => _bench.Tracker.Changes()).Fault);
        Assert.Contains("ERR Reading failed: Moved, 0", _bench.Log(), StringComparison.Ordinal);
        File.Move(_bench.StorePath + ".away", _bench.StorePath);
    }

    [Fact]
    public void AFileThatIsNoStore_IsLeftAsItIs_AndLogged()
    {
        var path = _bench.StorePath;
        _bench.Tracker.Dispose();
        File.WriteAllText(path, "no database, but a text that is long enough to be read as the header of one, one hopes");
        var text = File.ReadAllText(path);
        Assert.Equal(StoreFault.NotADatabase, Assert.Throws<StoreException>(() => _bench.Open()).Fault);
        Assert.Equal(text, File.ReadAllText(path));
        Assert.Contains("ERR Opening failed: NotADatabase, 26", _bench.Log(), StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutTheYear_ThereIsNoToday_AndTheErrorSaysWhatToDo()
    {
        _bench.Clock.Utc = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var lost = Assert.Throws<StoreException>(() => _bench.Tracker.Today());
        var rejection = Rejection.ClockUnset(_bench.Clock.Reading);
        Assert.Equal((StoreFault.Unexpected, rejection.Message, rejection.Hint), (lost.Fault, lost.Message, lost.Hint));
    }

    [Fact]
    public void ARuleThatAStoreCannotTake_IsRefusedWithWhatItMeans()
    {
        _bench.Reopen(busyTimeout: TimeSpan.FromMilliseconds(50));
        using var other = new RawStore(_bench.StorePath);
        other.Run("BEGIN IMMEDIATE");
        var rule = new GapRule(GapAction.Discard, TimeSpan.FromMinutes(5));
        Assert.Equal(
            StoreFault.Busy, Assert.Throws<StoreException>(() => _bench.Tracker.SetPolicy(GapKind.Suspend, rule)).Fault);
        other.Run("ROLLBACK");
        Assert.NotEqual(rule, _bench.Tracker.Policy()[GapKind.Suspend]);
    }

    [Fact]
    public void NoCommand_IsABug()
    {
        Assert.Throws<ArgumentNullException>(() => _bench.Tracker.Execute(null!));
        Assert.Throws<ArgumentNullException>(() => _bench.Tracker.Preview(null!));
        Assert.Throws<ArgumentNullException>(() => _bench.Tracker.Entries(null!));
    }
}
