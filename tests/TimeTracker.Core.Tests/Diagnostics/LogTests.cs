using TimeTracker.Core.Diagnostics;

namespace TimeTracker.Core.Tests.Diagnostics;

public sealed class LogTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2027, 3, 9, 7, 41, 13, TimeSpan.Zero);

    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void AProgramThatHasNothingToSay_LeavesNoLog()
    {
        _bench.Do(Bench.Start("Plan"));
        _bench.Tracker.Execute(Bench.Start("Call"));
        Assert.False(Directory.Exists(LogSweep.FolderOf(_bench.Folder)));
    }

    [Fact]
    [Trait("Invariant", "INV-30")]
    public void AFailure_IsLoggedWithItsIdAndWithoutTheNote()
    {
        var id = Tracker.NewCommandId();
        var store = _bench.StorePath;
        File.Move(store, store + ".elsewhere");
        Assert.Equal(StoreFault.Moved, Assert.Throws<StoreException>(
            () => _bench.Tracker.Execute(id, Bench.Start("secret note", "secret project", "secret tag"))).Fault);
        _bench.Tracker.Dispose();

        var log = File.ReadAllText(Assert.Single(Directory.GetFiles(LogSweep.FolderOf(_bench.Folder))));
        Assert.Contains(id.ToString(), log, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", log, StringComparison.Ordinal);
    }

    [Fact]
    public void TheSweep_KeepsSevenDaysAndTenMegabytes()
    {
        (long, DateTimeOffset)[] newestFirst =
        [
            (4_000_000, Now),
            (6_000_000, Now.AddDays(-1)),
            (1_000_000, Now.AddDays(-2)),
            (1, Now.AddDays(-8)),
        ];
        Assert.Equal([2, 3], LogSweep.TooMuch(newestFirst, Now));
        Assert.Equal([1], LogSweep.TooMuch([(1, Now), (1, Now - LogSweep.AgeMax - TimeSpan.FromSeconds(1))], Now));
    }

    [Fact]
    public void Opening_SweepsOldLogs()
    {
        var folder = Directory.CreateDirectory(LogSweep.FolderOf(_bench.Folder)).FullName;
        var (old, young) = (Path.Combine(folder, "old.log"), Path.Combine(folder, "young.log"));
        File.WriteAllText(old, "old");
        File.WriteAllText(young, "young");
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddDays(-8));
        _bench.Reopen();

        Assert.Equal([young], Directory.GetFiles(folder));
    }
}
