namespace TimeTracker.Sqlite.Files;

/// <summary>WAL shares memory between processes, which two machines cannot; such a file is refused at open.</summary>
internal static class NetworkFileSystem
{
    /// <summary>9P is a "network" to .NET, but serves the folders of one machine to its sandboxes.</summary>
    private static readonly string[] LocalAfterAll = ["9p", "v9fs"];

    public static void Refuse(string path)
    {
        DriveInfo drive;
        try
        {
            drive = new DriveInfo(NearestFolder(path));
            if (!IsShared(drive.DriveType, drive.DriveFormat))
            {
                return;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Opening the file says more clearly what is wrong with its folder.
            return;
        }

        throw new DatabaseException(
            DatabaseFault.NetworkFileSystem, $"{path} lies on {drive.DriveFormat}, which processes cannot share.");
    }

    public static bool IsShared(DriveType type, string format) =>
        type == DriveType.Network && !LocalAfterAll.Contains(format, StringComparer.OrdinalIgnoreCase);

    private static string NearestFolder(string path)
    {
        var folder = Path.GetDirectoryName(path);
        while (folder is not null && !Directory.Exists(folder))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? path;
    }
}
