using System.Runtime.InteropServices;

namespace TimeTracker.Sqlite.Files;

/// <summary>File system steps that survive a power cut once they returned. Owner-only on Unix.</summary>
internal static class DurableFiles
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

    /// <summary>Creates the folder and its missing ancestors; their entries are synced too.</summary>
    public static void CreateFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        var parent = Path.GetDirectoryName(folder);
        if (parent is not null)
        {
            CreateFolder(parent);
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        Directory.CreateDirectory(folder, OwnerFolder);
        if (parent is not null)
        {
            SyncFolder(parent);
        }
    }

    /// <summary>An empty file that nobody else has; it throws if the name is taken.</summary>
    public static FileStream CreateOwnerOnly(string path, FileOptions options = FileOptions.None)
    {
        var how = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = options,
        };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = OwnerFile;
        }

        return new FileStream(path, how);
    }

    /// <summary>Syncs a file that no SQLite connection of this process has open.</summary>
    public static void SyncFile(string path)
    {
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }

    /// <summary>
    /// Gives a finished file its final name, in one step and never over another file. False: the name is taken.
    /// File.Move is not used on Unix, because it falls back to copying, and a half copy would be visible.
    /// </summary>
    public static bool TryPublish(string temporary, string final)
    {
        if (OperatingSystem.IsWindows())
        {
            return TryMove(temporary, final);
        }

        if (UnixCalls.Link(temporary, final) != 0)
        {
            var errno = Marshal.GetLastPInvokeError();
            return errno == UnixCalls.FileExists
                ? false
                : throw new DatabaseException(FileFault.OfErrno(errno), $"{final}: link failed with errno {errno}.");
        }

        File.Delete(temporary);
        SyncFolder(Path.GetDirectoryName(final)!);
        return true;
    }

    private static bool TryMove(string temporary, string final)
    {
        try
        {
            File.Move(temporary, final, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(final))
        {
            return false;
        }
    }

    private static void SyncFolder(string folder)
    {
        // Without it the file may be safe and its name not. Windows keeps names in its own journal.
        var descriptor = UnixCalls.Open(folder, 0);
        var failed = descriptor < 0 || UnixCalls.Fsync(descriptor) != 0;
        var errno = failed ? Marshal.GetLastPInvokeError() : 0;
        if (descriptor >= 0)
        {
            _ = UnixCalls.Close(descriptor);
        }

        if (failed)
        {
            throw new DatabaseException(FileFault.OfErrno(errno), $"{folder}: fsync failed with errno {errno}.");
        }
    }
}
