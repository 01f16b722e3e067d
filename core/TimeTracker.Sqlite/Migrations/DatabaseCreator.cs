using SQLitePCL;
using TimeTracker.Sqlite.Connections;
using TimeTracker.Sqlite.Files;

namespace TimeTracker.Sqlite.Migrations;

/// <summary>
/// Makes a new database under another name and publishes it whole: no crash leaves an empty or half-made file under
/// the final name, and of many makers at once one wins and the others use its file.
/// </summary>
internal static class DatabaseCreator
{
    public static void CreateIfMissing(string path, Schema schema, DatabaseOptions options)
    {
        try
        {
            if (!Path.Exists(path))
            {
                ExpectNoOrphanedLog(path);
                DurableFiles.CreateFolder(Path.GetDirectoryName(path)!);
                Create(path, schema, options);
            }

            TemporaryFile.SweepDead(Path.GetDirectoryName(path)!, Path.GetFileName(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw FileFault.Wrap(exception, path);
        }
    }

    /// <summary>
    /// SQLite would replay the log of a database that was deleted or moved away into the new one, and mix the two. The
    /// log may hold the only copy of something, so that it is not for us to remove.
    /// </summary>
    private static void ExpectNoOrphanedLog(string path)
    {
        var hasLog = new FileInfo(path + "-wal") is { Exists: true, Length: > 0 };
        if (hasLog && !Path.Exists(path))
        {
            throw new DatabaseException(DatabaseFault.Moved, $"{path} is gone, but its log {path}-wal is there.");
        }
    }

    private static void Create(string path, Schema schema, DatabaseOptions options)
    {
        using var temporary = TemporaryFile.Claim(path);
        using (var connection = new ConnectionOpener(temporary.Path, schema, options).OpenNew())
        {
            new Migrator(schema, options).Fill(connection);

            // Closing copies the log too, but says nothing when that fails.
            connection.Checkpoint(raw.SQLITE_CHECKPOINT_TRUNCATE);
        }

        if (File.Exists(temporary.Path + "-wal"))
        {
            throw new DatabaseException(DatabaseFault.IoError, $"{temporary.Path} kept its log after closing.");
        }

        DurableFiles.SyncFile(temporary.Path);
        ExpectNoOrphanedLog(path);

        // False means that another maker was first; its database is as good as ours.
        _ = DurableFiles.TryPublish(temporary.Path, path);
    }
}
