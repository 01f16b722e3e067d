using TimeTracker.Domain;
using TimeTracker.Sqlite;
using TimeTracker.SyncServer.Pushing;

namespace TimeTracker.SyncServer.Storage;

/// <summary>How far each writing identity has come with its numbers.</summary>
internal static class WriterTable
{
    internal static WriterPosition PositionOf(ISnapshot snapshot, UserId user, DeviceId device)
    {
        using var row = snapshot.Command(
            "SELECT seq, op_id FROM writer WHERE user_id = @user_id AND device_id = @device_id")
            .Bind(user.Value.Bytes(), device.Value.Bytes()).ExecuteReader();
        return row.Read() ? new(row.GetInt64(0), OperationId.FromMinted(row.Id(1))) : WriterPosition.Start;
    }

    internal static void SetPosition(
        LogTransaction transaction, UserId user, DeviceId device, WriterPosition position) => transaction.Command("""
            INSERT INTO writer(user_id, device_id, seq, op_id) VALUES(@user_id, @device_id, @seq, @op_id)
            ON CONFLICT (user_id, device_id) DO UPDATE SET seq = excluded.seq, op_id = excluded.op_id
            """)
            .Bind(user.Value.Bytes(), device.Value.Bytes(), position.Seq, position.Operation!.Value.Value.Bytes())
            .ExecuteNonQuery();
}
