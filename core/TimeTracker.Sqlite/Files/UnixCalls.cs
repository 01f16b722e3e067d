using System.Runtime.InteropServices;

namespace TimeTracker.Sqlite.Files;

/// <summary>The few calls of the C library that .NET does not offer.</summary>
internal static partial class UnixCalls
{
    public const int NoSuchFile = 2;
    public const int FileExists = 17;
    public const int NotAFolder = 20;
    public const int TooManyLinks = 40;
    public const int CurrentFolder = -100;

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true)]
    public static partial int Statx(int folder, byte[] path, int flags, uint mask, ref StatxBuffer buffer);

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Link(string existing, string name);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    public static partial int Fsync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    public static partial int Close(int descriptor);
}
