using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>The store's writing identities.</summary>
internal static class DeviceTable
{
    internal static bool HasCurrent(ISnapshot snapshot) =>
        snapshot.Command("SELECT EXISTS (SELECT 1 FROM device WHERE is_current = 1)").ExecuteScalar() is 1L;

    internal static void Insert(WriteTransaction transaction, DeviceId id, long sinceUtc) =>
        transaction.Command("""
            INSERT INTO device (device_id, is_current, since_utc) VALUES ($device_id, 1, $since_utc)
            """).Bind(id.Value.Bytes(), sinceUtc).ExecuteNonQuery();
}
