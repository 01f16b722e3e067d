using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>Who has promised to look at the clocks, and who talks to the server: at most one row for each.</summary>
internal static class LeaseTable
{
    /// <summary>The lease on looking at the clocks.</summary>
    internal const string Watch = "watch";

    /// <summary>The lease on talking to the server.</summary>
    internal const string Sync = "sync";

    internal static Lease? Read(ISnapshot snapshot, string name)
    {
        using var row = snapshot.Command("""
            SELECT holder, token, expires_utc, expires_monotonic, expires_boottime, expires_domain
            FROM lease WHERE name = $name
            """).Bind(name).ExecuteReader();
        return row.Read() ? new(row.GetString(0), row.GetInt64(1), row.Reading(2)) : null;
    }

    /// <summary>Takes or renews it; the token grows where it was another's.</summary>
    internal static void Write(WriteTransaction transaction, string name, string holder, Reading expires) =>
        transaction.Command("""
            INSERT INTO lease (name, holder, token, expires_utc, expires_monotonic, expires_boottime, expires_domain)
            VALUES ($name, $holder, 1, $expires_utc, $expires_monotonic, $expires_boottime, $expires_domain)
            ON CONFLICT (name) DO UPDATE SET
              token = token + (holder <> excluded.holder), holder = excluded.holder,
              expires_utc = excluded.expires_utc, expires_monotonic = excluded.expires_monotonic,
              expires_boottime = excluded.expires_boottime, expires_domain = excluded.expires_domain
            """)
            .Bind(
                name, holder, expires.UtcMicroseconds, expires.Monotonic.Microseconds(), expires.Boottime.Microseconds(),
                expires.Domain.Id)
            .ExecuteNonQuery();

    /// <summary>Renews the holder's own; false where another one has taken it, or this holder since.</summary>
    internal static bool Slide(WriteTransaction transaction, string name, string holder, long token, Reading expires) =>
        transaction.Command("""
            UPDATE lease SET
              expires_utc = $expires_utc, expires_monotonic = $expires_monotonic,
              expires_boottime = $expires_boottime, expires_domain = $expires_domain
            WHERE name = $name AND holder = $holder AND token = $token
            """)
            .Bind(
                expires.UtcMicroseconds, expires.Monotonic.Microseconds(), expires.Boottime.Microseconds(),
                expires.Domain.Id, name, holder, token)
            .ExecuteNonQuery() == 1;

    /// <summary>Ends it, whoever holds it.</summary>
    internal static void Clear(WriteTransaction transaction, string name) =>
        transaction.Command("DELETE FROM lease WHERE name = $name").Bind(name).ExecuteNonQuery();
}
