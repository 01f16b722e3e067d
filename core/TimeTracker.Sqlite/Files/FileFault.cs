namespace TimeTracker.Sqlite.Files;

/// <summary>What an error of the file system means for us, where SQLite is not between.</summary>
internal static class FileFault
{
    private const int IoErrorUnix = 5;
    private const int NoSpaceUnix = 28;
    private const int ReadOnlyFileSystemUnix = 30;
    private const int QuotaUnix = 122;
    private const int WouldBlockUnix = 11;
    private const int SharingViolationWindows = unchecked((int)0x80070020);
    private const int FileExistsWindows = unchecked((int)0x80070050);
    private const int DiskFullWindows = unchecked((int)0x80070070);

    public static DatabaseException Wrap(Exception exception, string path) =>
        new(Of(exception), $"{path}: {exception.Message}", exception);

    /// <summary>Whether someone else has the name, or a lock on the file that it names.</summary>
    public static bool IsTaken(IOException exception) => exception.HResult
        is UnixCalls.FileExists or WouldBlockUnix or FileExistsWindows or SharingViolationWindows;

    public static DatabaseFault OfErrno(int errno) => errno switch
    {
        NoSpaceUnix or QuotaUnix => DatabaseFault.Full,
        ReadOnlyFileSystemUnix => DatabaseFault.ReadOnly,
        IoErrorUnix => DatabaseFault.IoError,
        _ => DatabaseFault.CannotOpen,
    };

    private static DatabaseFault Of(Exception exception) => exception switch
    {
        IOException { HResult: DiskFullWindows } => DatabaseFault.Full,
        IOException io => OfErrno(io.HResult),
        _ => DatabaseFault.CannotOpen,
    };
}
