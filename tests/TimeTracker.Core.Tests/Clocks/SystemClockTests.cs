using TimeTracker.Core.Clocks;
using TimeTracker.Domain;
using TimeTracker.TestKit;

namespace TimeTracker.Core.Tests.Clocks;

public sealed class SystemClockTests
{
    [Fact]
    public void TwoReadings_AreInOrder_AndAreMeasuredWithoutSleep()
    {
        var clock = SystemClock.Create();
        var (first, second) = (clock.Read(), clock.Read());
        var measured = Assert.IsType<Elapsed.Measured>(Elapsed.Between(first, second));
        Assert.InRange(measured.Duration, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.InRange(measured.Suspended.Duration(), TimeSpan.Zero, TimeSpan.FromMilliseconds(100));
    }

    [RequiresFact(Requirement.Linux)]
    public void AReading_OnLinux_SaysWhatTheKernelSays()
    {
        var before = double.Parse(File.ReadAllText("/proc/uptime").Split(' ')[0], null);
        var reading = SystemClock.Create().Read();
        Assert.InRange(reading.Boottime.TotalSeconds, before - 0.02, before + 10);
        Assert.StartsWith(File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim(), reading.Domain.Id, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Invariant", "INV-18")]
    public void WithoutSuchClocks_EveryDurationIsEstimated()
    {
        var clock = new WallClockOnly();
        Assert.IsType<Elapsed.Estimated>(Elapsed.Between(clock.Read(), clock.Read()));
    }

    /// <summary>Other clocks than the machine's are needed for it, so it is the ratio that is checked, generously.</summary>
    [Fact]
    public void AReading_CostsNoMoreThanItsSystemCalls()
    {
        var clock = SystemClock.Create();
        for (var i = 0; i < 20_000; i++)
        {
            _ = clock.Read();
        }

        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < 20_000; i++)
        {
            _ = clock.Read();
        }

        Assert.InRange(watch.Elapsed.TotalMicroseconds / 20_000, 0, 50);
    }
}
