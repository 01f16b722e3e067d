using Microsoft.Data.Sqlite;

namespace TimeTracker.Benchmarks;

/// <summary>Fills a store with closed entries of ten minutes each, up to a year ago, as its own commands would have.</summary>
internal static class LargeStore
{
    internal static void Fill(string path, int entries)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = $$$"""
            PRAGMA synchronous = OFF;
            PRAGMA cache_size = -400000;
            BEGIN IMMEDIATE;
            CREATE TEMP TABLE n AS
              WITH RECURSIVE c(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM c WHERE i < {{{entries - 1}}})
              SELECT i, unhex(printf('01800000%08x7000800000000000', i)) AS command_id,
                unhex(printf('01800000%08x7000800000000001', i)) AS op_id,
                1100000000000000 + i * 600000000 AS start_utc FROM c;
            INSERT INTO project VALUES (zeroblob(16), 'Acme', 'ACME', 0);
            INSERT INTO operation (op_id, command_id, kind, entity_id, payload, seen, origin,
              reading_utc, reading_monotonic, reading_boottime, reading_domain, hash)
              SELECT op_id, command_id, 'entry.set', op_id,
                CAST(printf('{"description":"Task %d","project":"00000000-0000-0000-0000-000000000000","tags":[],"billable":false,"span":{"start":[%d,"UTC",0],"end":[%d,"UTC",0],"certainty":0}}', i % 500, start_utc, start_utc + 600000000) AS BLOB),
                0, 'local', start_utc, 1, 1, 'old', randomblob(32) FROM n;
            INSERT INTO command (position, command_id, request_hash, verb, result)
              SELECT o.position, o.command_id, zeroblob(32), 8, '[]' FROM operation AS o JOIN n USING (op_id);
            INSERT INTO entry
              SELECT n.op_id, printf('Task %d', i % 500), zeroblob(16), 0, n.start_utc, 'UTC', 0,
                n.start_utc + 600000000, 'UTC', 0, NULL, 0, NULL, 0, 0, NULL, o.position
              FROM n JOIN operation AS o USING (op_id);
            COMMIT;
            PRAGMA wal_checkpoint(TRUNCATE);
            """;
        command.ExecuteNonQuery();
    }
}
