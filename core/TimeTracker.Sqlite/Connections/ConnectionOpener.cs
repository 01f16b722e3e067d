using System.Globalization;
using Microsoft.Data.Sqlite;
using TimeTracker.Sqlite.Files;
using TimeTracker.Sqlite.Migrations;

namespace TimeTracker.Sqlite.Connections;

/// <summary>Opens connections to one existing file; what it returns is proven ours and set as it must be.</summary>
internal sealed class ConnectionOpener(string path, Schema schema, DatabaseOptions options)
{
    /// <summary>A union file system gives the file a new inode when it is first opened for writing.</summary>
    private const int AttemptsMax = 3;

    public string Path => path;

    /// <summary>
    /// A file that cannot be written here is opened as immutable if it has no log: WAL needs to write even to read.
    /// </summary>
    public StoreConnection Open(ConnectionRole role)
    {
        try
        {
            return OpenStable(role);
        }
        catch (DatabaseException exception) when (IsWriteDenied(exception) && !HasLog() && File.Exists(path))
        {
            return OpenStable(ConnectionRole.ImmutableReader);
        }
    }

    /// <summary>A file that was just made, empty, for Migrator to fill.</summary>
    public StoreConnection OpenNew() => OpenOnce(ConnectionRole.Writer, isNew: true);

    private static bool IsWriteDenied(DatabaseException exception) =>
        exception.Fault is DatabaseFault.CannotOpen or DatabaseFault.ReadOnly;

    private bool HasLog() => new FileInfo(path + "-wal") is { Exists: true, Length: > 0 };

    private StoreConnection OpenStable(ConnectionRole role)
    {
        for (var attempt = 1; ; attempt++)
        {
            // The path names one file before and after, so it was that file which SQLite opened between.
            var before = FileIdentity.Of(path);
            var connection = OpenOnce(role, isNew: false);
            if (connection.Files.Main == before)
            {
                return connection;
            }

            connection.Dispose();
            if (attempt == AttemptsMax)
            {
                throw new DatabaseException(DatabaseFault.Moved, $"{path} is replaced again and again.");
            }
        }
    }

    private StoreConnection OpenOnce(ConnectionRole role, bool isNew)
    {
        if (!isNew && new FileInfo(path) is { Exists: true, Length: 0 })
        {
            // SQLite would take it for a new database and hide that the content is lost.
            throw new DatabaseException(DatabaseFault.NotADatabase, $"{path} is empty.");
        }

        var connection = new SqliteConnection(ConnectionString(role));
        var hadLog = HasLog();
        try
        {
            connection.Open();
            ConnectionSettings.WaitForLocks(connection, options.BusyTimeoutMilliseconds);
            if (isNew)
            {
                ConnectionSettings.Apply(connection, role, options.BusyTimeoutMilliseconds, path);
                var id = schema.ApplicationId.ToString(CultureInfo.InvariantCulture);
                _ = ConnectionSettings.Ask(connection, $"PRAGMA application_id = {id}");
                _ = ConnectionSettings.Ask(connection, SchemaVersion.Create);
            }
            else
            {
                // Before anything is set: another application's file keeps its journal mode.
                ExpectOurs(connection);
                ConnectionSettings.Apply(connection, role, options.BusyTimeoutMilliseconds, path);
            }

            var files = new OpenedFiles(path, withLog: role != ConnectionRole.ImmutableReader);
            return new StoreConnection(connection, role, path, files);
        }
        catch (Exception exception)
        {
            // Whoever opened the wrong file leaves its log as it was found.
            if (hadLog)
            {
                StoreConnection.LeaveLogOnClose(connection.Handle);
            }

            connection.Dispose();
            if (exception is SqliteException sqlite)
            {
                throw SqliteFault.Wrap(sqlite, path);
            }

            throw;
        }
    }

    private void ExpectOurs(SqliteConnection connection)
    {
        var found = ConnectionSettings.Ask(connection, "PRAGMA application_id");
        if (found != schema.ApplicationId.ToString(CultureInfo.InvariantCulture))
        {
            throw new DatabaseException(
                DatabaseFault.ForeignDatabase,
                $"{path} has application_id {found}, not {schema.ApplicationId}: it belongs to another application.");
        }

        if (ConnectionSettings.Ask(connection, SchemaVersion.CountTables) != "1")
        {
            throw new DatabaseException(DatabaseFault.Corrupt, $"{path} has lost its table schema_version.");
        }
    }

    private string ImmutableUri()
    {
        var separator = System.IO.Path.DirectorySeparatorChar;
        var segments = path.TrimStart(separator).Split(separator).Select(Uri.EscapeDataString);
        return $"file:///{string.Join('/', segments)}?immutable=1";
    }

    private string ConnectionString(ConnectionRole role) => new SqliteConnectionStringBuilder
    {
        DataSource = role == ConnectionRole.ImmutableReader
            ? ImmutableUri()
            : path,
        Mode = role == ConnectionRole.ImmutableReader ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite,

        // SQLite's busy_timeout does the waiting; the driver's own loop, which sleeps 150 ms a turn, ends after it.
        DefaultTimeout = 1,

        // A pooled connection stays open, and its settings unproven, after we let go of it.
        Pooling = false,
    }.ToString();
}
