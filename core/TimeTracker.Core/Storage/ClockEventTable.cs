using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>What the clocks did, for diagnosis; the schema keeps the latest few.</summary>
internal static class ClockEventTable
{
    internal static void Insert(WriteTransaction transaction, ClockEvent happened) =>
        transaction.Command("INSERT INTO clock_event (kind, amount, utc) VALUES ($kind, $amount, $utc)")
            .Bind((long)happened.Kind, happened.Amount.Microseconds(), happened.UtcMicroseconds)
            .ExecuteNonQuery();

    internal static ClockEvent? Last(ISnapshot snapshot)
    {
        using var row = snapshot.Command("SELECT kind, amount, utc FROM clock_event ORDER BY event_id DESC LIMIT 1")
            .ExecuteReader();
        return row.Read()
            ? new((ClockEventKind)row.GetInt32(0), TimeSpan.FromMicroseconds(row.GetInt64(1)), row.GetInt64(2))
            : null;
    }
}
