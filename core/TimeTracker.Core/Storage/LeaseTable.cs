using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>Who has promised to look at the clocks: at most one row.</summary>
internal static class LeaseTable
{
    internal static Lease? Read(ISnapshot snapshot)
    {
        using var row = snapshot.Command("""
            SELECT holder, token, expires_utc, expires_monotonic, expires_boottime, expires_domain FROM lease
            """).ExecuteReader();
        return row.Read() ? new(row.GetString(0), row.GetInt64(1), row.Reading(2)) : null;
    }

    /// <summary>Takes or renews it; the token grows where it was another's.</summary>
    internal static void Write(WriteTransaction transaction, string holder, Reading expires) =>
        transaction.Command("""
            INSERT INTO lease (id, holder, token, expires_utc, expires_monotonic, expires_boottime, expires_domain)
            VALUES (1, $holder, 1, $expires_utc, $expires_monotonic, $expires_boottime, $expires_domain)
            ON CONFLICT (id) DO UPDATE SET
              token = token + (holder <> excluded.holder), holder = excluded.holder,
              expires_utc = excluded.expires_utc, expires_monotonic = excluded.expires_monotonic,
              expires_boottime = excluded.expires_boottime, expires_domain = excluded.expires_domain
            """)
            .Bind(
                holder, expires.UtcMicroseconds, expires.Monotonic.Microseconds(), expires.Boottime.Microseconds(),
                expires.Domain.Id)
            .ExecuteNonQuery();

    /// <summary>Ends it, whoever holds it.</summary>
    internal static void Clear(WriteTransaction transaction) =>
        transaction.Command("DELETE FROM lease").ExecuteNonQuery();
}
