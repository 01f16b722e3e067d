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

        // False means that another maker was first; its database is as good as ours.
        _ = DurableFiles.TryPublish(temporary.Path, path);
    }
}
