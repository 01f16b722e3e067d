using System.Runtime.InteropServices;

namespace TimeTracker.Sqlite.Files;

/// <summary>Asks statx.</summary>
internal static class LinuxFileIdentity
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    public static FileIdentity Of(byte[] nativePath)
    {
        var buffer = default(StatxBuffer);
        int result;
        try
        {
            result = UnixCalls.Statx(UnixCalls.CurrentFolder, nativePath, 0, StatxBuffer.WantedFields, ref buffer);
        }
        catch (EntryPointNotFoundException)
        {
            // A C library from before 2018: it cannot be asked, which is not the same as a file that is gone.
            return FileIdentity.Unknown;
        }

        if (result != 0)
        {
            var errno = Marshal.GetLastPInvokeError();
            return errno is UnixCalls.NoSuchFile or UnixCalls.NotAFolder or UnixCalls.TooManyLinks
                ? FileIdentity.Missing
                : FileIdentity.Unknown;
        }

        var born = (buffer.Mask & StatxBuffer.BirthTimeField) == 0
            ? 0
            : (buffer.BirthSeconds * NanosecondsPerSecond) + buffer.BirthNanoseconds;
        var device = ((ulong)buffer.DeviceMajor << 32) | buffer.DeviceMinor;
        return new FileIdentity(FileIdentityState.Known, device, buffer.Inode, born);
    }
}
