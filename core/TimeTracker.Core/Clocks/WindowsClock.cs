using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using TimeTracker.Domain;

namespace TimeTracker.Core.Clocks;

/// <summary>
/// Windows: the unbiased interrupt time stands still in suspend and the interrupt time does not, both in 100 ns; the
/// domain is the number of the boot that the memory manager counts. Written after the documentation of the calls; it
/// has not been run on Windows yet.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed partial class WindowsClock : IClock
{
    private const string BootKey =
        @"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management\PrefetchParameters";

    private readonly ClockDomain _domain;

    private WindowsClock(ClockDomain domain) => _domain = domain;

    public Reading Read()
    {
        QueryUnbiasedInterruptTimePrecise(out var awake);
        QueryInterruptTimePrecise(out var all);
        return new(WallClock.Microseconds(), TimeSpan.FromTicks((long)awake), TimeSpan.FromTicks((long)all), _domain);
    }

    /// <summary>Null before Windows 10, and where the boot is not numbered.</summary>
    internal static WindowsClock? TryCreate() =>
        OperatingSystem.IsWindowsVersionAtLeast(10) && Microsoft.Win32.Registry.GetValue(BootKey, "BootId", null) is int boot
            ? new WindowsClock(new ClockDomain($"boot {boot}"))
            : null;

    [LibraryImport("api-ms-win-core-realtime-l1-1-1.dll")]
    private static partial void QueryUnbiasedInterruptTimePrecise(out ulong hundredNanoseconds);

    [LibraryImport("api-ms-win-core-realtime-l1-1-1.dll")]
    private static partial void QueryInterruptTimePrecise(out ulong hundredNanoseconds);
}
