using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>When the store was last known to be in use: one row.</summary>
internal static class CheckpointTable
{
    internal static Checkpoint? Read(ISnapshot snapshot)
    {
        using var row = snapshot.Command("""
            SELECT reading_utc, reading_monotonic, reading_boottime, reading_domain, entry_id, entry_end_utc
            FROM checkpoint
            """).ExecuteReader();
        return row.Read()
            ? new(row.Reading(0), row.IdOrNull(4) is { } entry ? (new(entry), Instant.FromMicroseconds(row.GetInt64(5))) : null)
            : null;
    }

    internal static void Write(WriteTransaction transaction, Checkpoint checkpoint)
    {
        var reading = checkpoint.Reading;
        transaction.Command("""
            INSERT INTO checkpoint (
              id, reading_utc, reading_monotonic, reading_boottime, reading_domain, entry_id, entry_end_utc)
            VALUES (1, $reading_utc, $reading_monotonic, $reading_boottime, $reading_domain, $entry_id, $entry_end_utc)
            ON CONFLICT (id) DO UPDATE SET
              reading_utc = excluded.reading_utc, reading_monotonic = excluded.reading_monotonic,
              reading_boottime = excluded.reading_boottime, reading_domain = excluded.reading_domain,
              entry_id = excluded.entry_id, entry_end_utc = excluded.entry_end_utc
            """)
            .Bind(
                reading.UtcMicroseconds, reading.Monotonic.Microseconds(), reading.Boottime.Microseconds(),
                reading.Domain.Id, checkpoint.Running?.Entry.Value.Bytes(), checkpoint.Running?.End.Microseconds)
            .ExecuteNonQuery();
    }
}
