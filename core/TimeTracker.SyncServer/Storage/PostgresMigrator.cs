using Npgsql;
using TimeTracker.Domain;

namespace TimeTracker.SyncServer.Storage;

/// <summary>Runs the migrations that a PostgreSQL database lacks, all in one transaction.</summary>
internal static class PostgresMigrator
{
    // "TTsv": of several servers that start at once one migrates, and the others wait here.
    private const long AdvisoryLock = 0x54547376;

    private const string TakeLock = "SELECT pg_advisory_xact_lock(@lock)";

    private const string CreateVersions = """
        CREATE TABLE IF NOT EXISTS schema_version(
          version     bigint PRIMARY KEY,
          name        text   NOT NULL,
          applied_utc bigint NOT NULL
        )
        """;

    private const string ReadVersion = "SELECT coalesce(max(version), 0) FROM schema_version";

    private const string InsertVersion =
        "INSERT INTO schema_version(version, name, applied_utc) VALUES(@version, @name, @applied_utc)";

    internal static IReadOnlyList<string> Steps { get; } = ["0001-log.postgresql.sql"];

    /// <returns>The version that the schema has now.</returns>
    internal static long BringUpToDate(NpgsqlDataSource source, TimeProvider clock)
    {
        using var connection = source.OpenConnection();
        using var transaction = connection.BeginTransaction();
        var work = new PostgresTransaction(connection, transaction);
        ExpectDurable(work);
        Execute(work, TakeLock, AdvisoryLock);
        Execute(work, CreateVersions);
        var version = (long)work.Command(ReadVersion).ExecuteScalar()!;
        if (version > Steps.Count)
        {
            throw new StoreUnavailableException(
                $"The database has schema version {version}; this program knows up to {Steps.Count}.");
        }

        for (; version < Steps.Count; version++)
        {
            Execute(work, SchemaText.Read(Steps[(int)version]));
            Execute(
                work, InsertVersion, version + 1, Steps[(int)version], Instant.MicrosecondsOf(clock.GetUtcNow()));
        }

        transaction.Commit();
        return version;
    }

    // What is acknowledged must survive a power cut; a database that is told not to sync cannot promise that.
    private static void ExpectDurable(PostgresTransaction work)
    {
        if (work.Command("SHOW synchronous_commit").ExecuteScalar() is "off")
        {
            throw new StoreUnavailableException(
                "synchronous_commit is off: acknowledged operations would be lost in a power cut. "
                + "Set it to on for this database.");
        }

        if (work.Command("SHOW fsync").ExecuteScalar() is "off")
        {
            throw new StoreUnavailableException(
                "fsync is off: a power cut could lose all of the database. Set fsync = on in postgresql.conf and restart it.");
        }
    }

    private static void Execute(PostgresTransaction work, string sql, params object?[] values)
    {
        using var command = work.Command(sql);
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index];
        }

        command.ExecuteNonQuery();
    }
}
