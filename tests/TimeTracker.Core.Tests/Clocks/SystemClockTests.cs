using TimeTracker.Core.Clocks;
using TimeTracker.Domain;
using TimeTracker.TestKit;

namespace TimeTracker.Core.Tests.Clocks;

public sealed class SystemClockTests
{
    private const int Readings = 1000;

    /// <summary>
    /// A reading is of several clocks, one after the other, and whoever is held up in between sees a difference that was
    /// no sleep: the least of many tells.
    /// </summary>
    [Fact]
    public void TwoReadings_AreInOrder_AndAreMeasuredWithoutSleep()
    {
        var clock = SystemClock.Create();
        var measured = Enumerable.Range(0, Readings)
            .Select(_ => Assert.IsType<Elapsed.Measured>(Elapsed.Between(clock.Read(), clock.Read()))).ToList();
        Assert.All(measured, one => Assert.True(one.Duration >= TimeSpan.Zero));
        Assert.InRange(measured.Min(one => one.Duration), TimeSpan.Zero, TimeSpan.FromMilliseconds(100));
        Assert.InRange(measured.Min(one => one.Suspended.Duration()), TimeSpan.Zero, TimeSpan.FromMilliseconds(100));
    }

    [RequiresFact(Requirement.Linux)]
    public void AReading_OnLinux_SaysWhatTheKernelSays()
    {
        var before = Uptime();
        var reading = SystemClock.Create().Read();
        Assert.InRange(reading.Boottime.TotalSeconds, before - 0.02, Uptime() + 0.02);
        Assert.Equal(
            $"{File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim()} {new FileInfo("/proc/self/ns/time").LinkTarget}",
            reading.Domain.Id);
    }

    [Fact]
    [Trait("Invariant", "INV-18")]
    public void WithoutSuchClocks_EveryDurationIsEstimated()
    {
        var clock = new WallClockOnly();
        Assert.IsType<Elapsed.Estimated>(Elapsed.Between(clock.Read(), clock.Read()));
    }

    /// <summary>A file that is read at each, or a name that is made, would be seen as memory.</summary>
    [Fact]
    public void AReading_CostsNoMoreThanItsSystemCalls()
    {
        var clock = SystemClock.Create();
        _ = clock.Read();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var reading = 0; reading < Readings; reading++)
        {
            _ = clock.Read();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static double Uptime() => double.Parse(File.ReadAllText("/proc/uptime").Split(' ')[0], null);
}
