using TimeTracker.Domain;
using TimeTracker.SyncServer.Pushing;

namespace TimeTracker.SyncServer.Storage;

/// <summary>What was refused for ever.</summary>
internal static class RejectionTable
{
    internal static void Record(
        LogTransaction transaction,
        UserId user,
        DeviceId device,
        IReadOnlyList<RefusedOperation> refused,
        Instant received) => transaction.ExecuteEach(
            """
            INSERT INTO rejection(user_id, op_id, payload_hash, device_id, seq, code, reason, received_utc)
            VALUES(@user_id, @op_id, @payload_hash, @device_id, @seq, @code, @reason, @received_utc)
            ON CONFLICT (user_id, op_id, payload_hash) DO NOTHING
            """,
            [.. refused.Select(one => Values(user, device, one, received))]);

    private static object?[] Values(UserId user, DeviceId device, RefusedOperation refused, Instant received) =>
    [
        user.Value.Bytes(), refused.Operation.Id.Value.Bytes(), refused.Operation.Payload.Hash.ToArray(),
        device.Value.Bytes(), refused.Operation.Seq, refused.Verdict.Code, refused.Verdict.Reason,
        received.Microseconds,
    ];
}
