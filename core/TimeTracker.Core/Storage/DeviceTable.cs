using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>The store's writing identities.</summary>
internal static class DeviceTable
{
    internal static DeviceId? Current(ISnapshot snapshot)
    {
        using var row = snapshot.Command("SELECT device_id FROM device WHERE is_current = 1").ExecuteReader();
        return row.Read() ? new(row.Id(0)) : null;
    }

    /// <summary>Makes another one current, which names the one before.</summary>
    internal static void Replace(WriteTransaction transaction, DeviceId id, long sinceUtc)
    {
        var before = Current(transaction);
        transaction.Command("UPDATE device SET is_current = 0 WHERE is_current = 1").ExecuteNonQuery();
        transaction.Command("""
            INSERT INTO device (device_id, successor_of, is_current, since_utc)
            VALUES ($device_id, $successor_of, 1, $since_utc)
            """).Bind(id.Value.Bytes(), before?.Value.Bytes(), sinceUtc).ExecuteNonQuery();
    }
}
