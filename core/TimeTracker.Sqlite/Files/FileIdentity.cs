using System.Text;

namespace TimeTracker.Sqlite.Files;

/// <summary>
/// Which file a path names at this moment. Two equal identities are one file. Nothing here opens the file: closing a
/// descriptor of it would drop the locks that SQLite holds on it in this process.
/// </summary>
/// <param name="State">Whether the path names a file, none, or cannot be asked.</param>
/// <param name="Device">The file system.</param>
/// <param name="Inode">The file in it.</param>
/// <param name="Born">The time of birth in nanoseconds where the file system keeps it, else 0: a number that was
/// freed and given to a new file is told apart by it.</param>
internal readonly record struct FileIdentity(FileIdentityState State, ulong Device, ulong Inode, long Born)
{
    public static readonly FileIdentity Missing = new(FileIdentityState.Missing, 0, 0, 0);

    public static readonly FileIdentity Unknown = new(FileIdentityState.Unknown, 0, 0, 0);

    /// <summary>The path as the C library wants it, made once so that a look costs no allocation.</summary>
    public static byte[] NativePath(string path) => Encoding.UTF8.GetBytes(path + '\0');

    public static FileIdentity Of(string path) => Of(NativePath(path));

    /// <summary>
    /// Only Linux can be asked so far. On Windows (GetFileInformationByHandle) and macOS (stat) the answer is Unknown,
    /// and then no check is made: a replaced file goes unnoticed there.
    /// </summary>
    public static FileIdentity Of(byte[] nativePath) =>
        OperatingSystem.IsLinux() ? LinuxFileIdentity.Of(nativePath) : Unknown;
}
