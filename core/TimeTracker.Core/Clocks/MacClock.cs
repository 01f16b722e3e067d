using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;
using TimeTracker.Domain;

namespace TimeTracker.Core.Clocks;

/// <summary>
/// macOS: mach_absolute_time stands still in sleep and mach_continuous_time does not, both in ticks of the machine's
/// own timebase; the domain is the boot session's UUID. Written after the documentation of the calls; it has not been
/// run on macOS yet.
/// </summary>
[SupportedOSPlatform("macos")]
internal sealed partial class MacClock : IClock
{
    private const string Library = "libSystem.dylib";
    private const int UuidBytesMax = 64;

    private readonly ClockDomain _domain;
    private readonly Timebase _timebase;

    private MacClock(ClockDomain domain, Timebase timebase) => (_domain, _timebase) = (domain, timebase);

    public Reading Read() =>
        new(WallClock.Microseconds(), Time(MachAbsoluteTime()), Time(MachContinuousTime()), _domain);

    /// <summary>Null where the system does not name the boot session or its timebase.</summary>
    internal static MacClock? TryCreate()
    {
        var buffer = new byte[UuidBytesMax];
        nint length = buffer.Length;
        return SysctlByName("kern.bootsessionuuid", buffer, ref length, 0, 0) == 0 && length > 1
            && MachTimebaseInfo(out var timebase) == 0 && timebase.Denominator > 0
            ? new MacClock(new ClockDomain(Encoding.ASCII.GetString(buffer, 0, (int)length).TrimEnd('\0')), timebase)
            : null;
    }

    // 125/3 ns on Apple silicon: the product does not fit 64 bits after some months.
    private TimeSpan Time(ulong ticks) => TimeSpan.FromTicks(
        (long)((UInt128)ticks * _timebase.Numerator / _timebase.Denominator / TimeSpan.NanosecondsPerTick));

    [LibraryImport(Library, EntryPoint = "mach_absolute_time")]
    private static partial ulong MachAbsoluteTime();

    [LibraryImport(Library, EntryPoint = "mach_continuous_time")]
    private static partial ulong MachContinuousTime();

    [LibraryImport(Library, EntryPoint = "mach_timebase_info")]
    private static partial int MachTimebaseInfo(out Timebase timebase);

    [LibraryImport(Library, EntryPoint = "sysctlbyname", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SysctlByName(string name, byte[] old, ref nint oldLength, nint @new, nint newLength);

    /// <summary>struct mach_timebase_info.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Timebase
    {
        public uint Numerator;
        public uint Denominator;
    }
}
