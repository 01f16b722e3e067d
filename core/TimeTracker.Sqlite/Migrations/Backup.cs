using System.Globalization;
using Microsoft.Data.Sqlite;
using TimeTracker.Sqlite.Connections;
using TimeTracker.Sqlite.Files;

namespace TimeTracker.Sqlite.Migrations;

/// <summary>A verified copy beside the database, before its schema changes.</summary>
internal static class Backup
{
    private const string FolderName = "backup";
    private const int SameNameMax = 100;

    /// <summary>Copies what is committed; the caller holds the write lock, so that nothing is missing.</summary>
    /// <returns>The path of the copy, which is whole, checked and synced.</returns>
    public static string Create(ConnectionOpener opener, long version, TimeProvider clock)
    {
        var folder = Path.Combine(Path.GetDirectoryName(opener.Path)!, FolderName);
        var utc = clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        var name = string.Create(
            CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(opener.Path)}-v{version}-{utc}");
        try
        {
            DurableFiles.CreateFolder(folder);
            TemporaryFile.SweepDead(folder, "*");
            using var claim = TemporaryFile.Claim(Path.Combine(folder, name));
            Copy(opener, claim.Path);
            Verify(claim.Path);
            DurableFiles.SyncFile(claim.Path);
            return Publish(claim.Path, Path.Combine(folder, name));
        }
        catch (SqliteException exception)
        {
            throw SqliteFault.Wrap(exception, folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw FileFault.Wrap(exception, folder);
        }
    }

    /// <summary>Copies what a connection's file holds, wherever that file is now.</summary>
    public static void Save(StoreConnection connection, string path)
    {
        try
        {
            DurableFiles.CreateFolder(Path.GetDirectoryName(path)!);
            using var claim = TemporaryFile.Claim(path);
            using (var copy = OpenPlain(claim.Path))
            {
                connection.Connection.BackupDatabase(copy);
            }

            Verify(claim.Path);
            DurableFiles.SyncFile(claim.Path);
            if (!DurableFiles.TryPublish(claim.Path, path))
            {
                throw new DatabaseException(DatabaseFault.CannotOpen, $"{path} is there already.");
            }
        }
        catch (SqliteException exception)
        {
            throw SqliteFault.Wrap(exception, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw FileFault.Wrap(exception, path);
        }
    }

    private static void Verify(string path)
    {
        using var copy = OpenPlain(path);
        var answer = ConnectionSettings.Ask(copy, "PRAGMA integrity_check");
        if (answer != "ok")
        {
            throw new DatabaseException(DatabaseFault.Corrupt, $"{path}: the backup is not sound: {answer}");
        }
    }

    private static void Copy(ConnectionOpener opener, string path)
    {
        // A second connection: SQLite refuses to copy from the one that has the write lock.
        using var source = opener.Open(ConnectionRole.Reader);
        using var copy = OpenPlain(path);
        source.Connection.BackupDatabase(copy);
    }

    private static string Publish(string temporary, string stem)
    {
        for (var attempt = 1; attempt <= SameNameMax; attempt++)
        {
            var number = attempt == 1 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"-{attempt}");
            var path = $"{stem}{number}.db";
            if (DurableFiles.TryPublish(temporary, path))
            {
                return path;
            }
        }

        throw new DatabaseException(DatabaseFault.CannotOpen, $"{stem}.db and all its numbered names are taken.");
    }

    private static SqliteConnection OpenPlain(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
        }.ToString());
        connection.Open();
        return connection;
    }
}
