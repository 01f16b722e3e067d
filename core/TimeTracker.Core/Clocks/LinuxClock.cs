using System.Runtime.InteropServices;
using TimeTracker.Domain;

namespace TimeTracker.Core.Clocks;

/// <summary>
/// Linux: CLOCK_MONOTONIC stands still in suspend and CLOCK_BOOTTIME does not; the domain is the boot's id with the
/// time namespace, since two namespaces of one boot count from different origins.
/// </summary>
internal sealed partial class LinuxClock : IClock
{
    private const string BootIdPath = "/proc/sys/kernel/random/boot_id";
    private const string TimeNamespacePath = "/proc/self/ns/time";
    private const int ClockMonotonic = 1;
    private const int ClockBoottime = 7;

    private readonly ClockDomain _domain;

    private LinuxClock(ClockDomain domain) => _domain = domain;

    public Reading Read() => new(WallClock.Microseconds(), Read(ClockMonotonic), Read(ClockBoottime), _domain);

    /// <summary>Null where the kernel does not name the boot, or has no such clocks.</summary>
    internal static LinuxClock? TryCreate() =>
        ClockGetTime(ClockBoottime, out _) == 0 && ReadDomain() is { } domain ? new LinuxClock(domain) : null;

    private static ClockDomain? ReadDomain()
    {
        try
        {
            var boot = File.ReadAllText(BootIdPath).Trim();
            var space = new FileInfo(TimeNamespacePath).LinkTarget;
            return boot.Length == 0 ? null : new ClockDomain(space is null ? boot : $"{boot} {space}");
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            // No /proc: the boot has no name, and nothing can be measured against it.
            return null;
        }
    }

    private static TimeSpan Read(int clock) => ClockGetTime(clock, out var time) == 0
        ? new TimeSpan((time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / TimeSpan.NanosecondsPerTick))
        : throw new InvalidOperationException($"clock {clock} has gone since this program began");

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ClockGetTime(int clock, out Timespec time);

    /// <summary>struct timespec of every 64-bit Linux.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Timespec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
