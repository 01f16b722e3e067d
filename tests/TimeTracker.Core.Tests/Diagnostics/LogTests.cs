using Microsoft.Extensions.Time.Testing;
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
    public void TheSweep_KeepsWhatIsExactlyAsOldOrAsMuch() => Assert.Empty(LogSweep.TooMuch(
        [(1, Now), (LogSweep.TotalBytesMax - 1, Now - LogSweep.AgeMax)], Now));

    [Fact]
    public void OfTooMuch_TheSweepDeletesTheOldest()
    {
        var folder = Directory.CreateDirectory(LogSweep.FolderOf(_bench.Folder)).FullName;
        foreach (var (name, age) in new[] { ("1.log", 2), ("2.log", 0), ("3.log", 1) })
        {
            var path = Path.Combine(folder, name);
            File.WriteAllBytes(path, new byte[(LogSweep.TotalBytesMax / 3) + 1]);
            File.SetLastWriteTimeUtc(path, Now.UtcDateTime.AddHours(-age));
        }

        LogSweep.Run(_bench.Folder, Now);
        Assert.Equal(["2.log", "3.log"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TheSweep_LeavesWhatIsNoLog()
    {
        var folder = Directory.CreateDirectory(LogSweep.FolderOf(_bench.Folder)).FullName;
        var path = Path.Combine(folder, "notes.txt");
        File.WriteAllText(path, "mine");
        File.SetLastWriteTimeUtc(path, Now.UtcDateTime.AddDays(-30));
        LogSweep.Run(_bench.Folder, Now);
        Assert.True(File.Exists(path));
    }

    [Fact]
    public void AnEvent_IsALineWithItsMomentAndLevel_InAFileOfItsProcess()
    {
        using (var log = new LogFile(_bench.Folder, new FakeTimeProvider(Now)))
        {
            log.Events.Warning("Gap {Gap}", 7);
        }

        var path = Assert.Single(Directory.GetFiles(LogSweep.FolderOf(_bench.Folder)));
        Assert.Equal($"20270309-074113-{Environment.ProcessId}.log", Path.GetFileName(path));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+\S+ WRN Gap 7\r?\n$", File.ReadAllText(path));
    }

    [Fact]
    public void ALogThatCannotBeWritten_StopsNothing()
    {
        File.WriteAllText(LogSweep.FolderOf(_bench.Folder), "no folder");
        using var log = new LogFile(_bench.Folder, new FakeTimeProvider(Now));
        log.Events.Warning("Gap {Gap}", 7);
        Assert.Equal("no folder", File.ReadAllText(LogSweep.FolderOf(_bench.Folder)));
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
