using Microsoft.Data.Sqlite;
using TimeTracker.Sqlite.Connections;

namespace TimeTracker.Sqlite.Migrations;

/// <summary>Runs the migrations that a database lacks, each in a transaction of its own.</summary>
internal sealed class Migrator(Schema schema, DatabaseOptions options)
{
    /// <summary>A new file: nothing to save, nobody to race with.</summary>
    public void Fill(StoreConnection connection) => Run(connection, backUp: null);

    public void BringUpToDate(StoreConnection connection, ConnectionOpener opener)
    {
        var version = connection.ReadVersion();
        if (version > schema.Version)
        {
            StoreConnection.LeaveLogOnClose(connection.Handle);
            throw WrongVersion(connection.Path, version, schema.Version);
        }

        if (version == schema.Version)
        {
            return;
        }

        if (connection.IsReadOnly)
        {
            throw new DatabaseException(
                DatabaseFault.ReadOnly, $"{connection.Path} needs a migration and cannot be written.");
        }

        Run(connection, found => Backup.Create(opener, found, options.Clock));
    }

    public static DatabaseException WrongVersion(string path, long found, int known) => found > known
        ? new(DatabaseFault.SchemaTooNew, $"{path} has schema version {found}; this program knows up to {known}.")
        : new(DatabaseFault.Unexpected, $"{path} has gone back to schema version {found} from {known}.");

    private void Run(StoreConnection connection, Action<long>? backUp)
    {
        while (true)
        {
            bool isCurrent;
            try
            {
                // Racing processes meet here: each looks again once it has the lock.
                var version = connection.Begin();
                if (version > schema.Version)
                {
                    throw WrongVersion(connection.Path, version, schema.Version);
                }

                isCurrent = version == schema.Version;
                if (!isCurrent)
                {
                    // The lock is held, so that nothing is written between the backup and the change.
                    backUp?.Invoke(version);
                    backUp = null;
                    Step(connection, schema.Migrations[(int)version]);
                }
            }
            catch (SqliteException exception)
            {
                throw connection.Failed(exception);
            }
            finally
            {
                if (connection.InTransaction)
                {
                    connection.Rollback();
                }
            }

            if (isCurrent)
            {
                return;
            }
        }
    }

    private void Step(StoreConnection connection, Migration migration)
    {
        using (var script = connection.Connection.CreateCommand())
        {
            script.CommandText = migration.Sql;
            _ = script.ExecuteNonQuery();
        }

        _ = connection.Command(SchemaVersion.Insert)
            .Bind(migration.Version, migration.Name, MicrosecondsNow(), options.Program)
            .ExecuteNonQuery();

        switch (connection.Commit())
        {
            case CommitOutcome.NotCommitted no:
                throw new DatabaseException(no.Fault, $"Migration {migration.Version} was rolled back: {no.Reason}");
            case CommitOutcome.Unknown unknown:
                throw new DatabaseException(
                    unknown.Fault, $"Whether migration {migration.Version} was committed is unknown: {unknown.Reason}");
        }
    }

    private long MicrosecondsNow() =>
        (options.Clock.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
