using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>What is still to be told to others.</summary>
internal static class OutboxTable
{
    /// <summary>
    /// Gives all rows without a verdict to another device, which has none so far: numbered from 1 in the ledger's order.
    /// </summary>
    internal static void RenumberUnsent(WriteTransaction transaction, DeviceId device) =>
        transaction.Command("""
            UPDATE outbox SET device_id = $device_id, seq = renumbered.seq, prev_op_id = renumbered.prev_op_id
            FROM (
              SELECT
                unsent.op_id AS op_id,
                row_number() OVER ledger AS seq,
                lag(unsent.op_id) OVER ledger AS prev_op_id
              FROM outbox AS unsent JOIN operation ON operation.op_id = unsent.op_id
              WHERE unsent.verdict IS NULL
              WINDOW ledger AS (ORDER BY operation.position)) AS renumbered
            WHERE outbox.op_id = renumbered.op_id
            """).Bind(device.Value.Bytes()).ExecuteNonQuery();
}
