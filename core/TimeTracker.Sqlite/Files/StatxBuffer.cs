using System.Runtime.InteropServices;

namespace TimeTracker.Sqlite.Files;

/// <summary>Linux's struct statx, whose layout is the same on every architecture, unlike that of struct stat.</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct StatxBuffer
{
    /// <summary>
    /// STATX_INO and STATX_BTIME, and no other time: a kernel that was asked for the time of change gives the next
    /// write a time of its own, so that its fsync syncs the inode as well (a commit of one page took 240 µs then,
    /// 173 µs without).
    /// </summary>
    public const uint WantedFields = 0x900;

    public const uint BirthTimeField = 0x800;

    [FieldOffset(0)]
    public uint Mask;

    [FieldOffset(32)]
    public ulong Inode;

    [FieldOffset(80)]
    public long BirthSeconds;

    [FieldOffset(88)]
    public uint BirthNanoseconds;

    [FieldOffset(136)]
    public uint DeviceMajor;

    [FieldOffset(140)]
    public uint DeviceMinor;
}
