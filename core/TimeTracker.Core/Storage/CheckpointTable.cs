using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>The clocks when the store was last known to be in use: one row.</summary>
internal static class CheckpointTable
{
    internal static Reading? Read(ISnapshot snapshot)
    {
        using var row = snapshot.Command(
            "SELECT reading_utc, reading_monotonic, reading_boottime, reading_domain FROM checkpoint").ExecuteReader();
        return row.Read() ? row.Reading(0) : null;
    }

    internal static void Write(WriteTransaction transaction, Reading reading) =>
        transaction.Command("""
            INSERT INTO checkpoint (id, reading_utc, reading_monotonic, reading_boottime, reading_domain)
            VALUES (1, $reading_utc, $reading_monotonic, $reading_boottime, $reading_domain)
            ON CONFLICT (id) DO UPDATE SET
              reading_utc = excluded.reading_utc, reading_monotonic = excluded.reading_monotonic,
              reading_boottime = excluded.reading_boottime, reading_domain = excluded.reading_domain
            """)
            .Bind(
                reading.UtcMicroseconds, reading.Monotonic.Microseconds(), reading.Boottime.Microseconds(),
                reading.Domain.Id)
            .ExecuteNonQuery();
}
