using System.Runtime.InteropServices;

namespace TimeTracker.TestKit;

/// <summary>
/// A disk that cannot sync: puts a method of its own in the place of SQLite's xSync, in the log's file of one
/// connection. A fault that strace injects is met only by a process of its own; this one is met here.
/// </summary>
public static class FailingDisk
{
    private const int JournalPointer = 28;
    private const int IoErrorOfSync = 1034;
    private const int Methods = 18;
    private const int SyncMethod = 5;

    // SQLite calls it for as long as the file is open, which nobody here is told the end of.
    private static readonly SyncFunction Fail = static (_, _) => IoErrorOfSync;

    private delegate int SyncFunction(IntPtr file, int flags);

    /// <summary>From now on no sync of the connection's log succeeds.</summary>
    /// <param name="connection">The connection's sqlite3, in WAL mode, after its first read.</param>
    public static void Under(SafeHandle connection)
    {
        var code = FileControl(connection, [.. "main\0"u8], JournalPointer, out var file);
        if (code != 0 || file == IntPtr.Zero)
        {
            throw new InvalidOperationException($"SQLite does not give its log's file: {code}.");
        }

        // The table is SQLite's for every file; a copy is this file's alone. Its first word is a version, not a method.
        var original = Marshal.ReadIntPtr(file);
        var copy = Marshal.AllocHGlobal((Methods + 1) * IntPtr.Size);
        for (var word = 0; word <= Methods; word++)
        {
            Marshal.WriteIntPtr(copy, word * IntPtr.Size, Marshal.ReadIntPtr(original, word * IntPtr.Size));
        }

        Marshal.WriteIntPtr(copy, SyncMethod * IntPtr.Size, Marshal.GetFunctionPointerForDelegate(Fail));
        Marshal.WriteIntPtr(file, copy);
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control", CallingConvention = CallingConvention.Cdecl)]
    private static extern int FileControl(SafeHandle connection, byte[] name, int operation, out IntPtr file);
}
