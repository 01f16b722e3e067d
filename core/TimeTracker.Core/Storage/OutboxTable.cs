using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>What is still to be told to others, and what the server said to it.</summary>
internal static class OutboxTable
{
    /// <summary>The operations that wait for a verdict, in the order of their numbers.</summary>
    internal static List<PushOperation> Unsent(ISnapshot snapshot, DeviceId device, int max)
    {
        using var row = snapshot.Command("""
            SELECT outbox.op_id, seq, prev_op_id, outbox.seen, relayed,
              command_id, kind, entity_id, payload, reading_utc, reading_monotonic, reading_boottime, reading_domain
            FROM outbox JOIN operation ON operation.op_id = outbox.op_id
            WHERE device_id = $device_id AND seq > (SELECT settled_seq FROM device WHERE device.device_id = $device_id)
            ORDER BY seq LIMIT $max
            """).Bind(device.Value.Bytes(), (long)max).ExecuteReader();
        var unsent = new List<PushOperation>();
        while (row.Read())
        {
            var payload = OperationEnvelope.Seal(new(
                row.Id(0), row.Id(5), row.GetString(6), row.Id(7), row.GetFieldValue<byte[]>(8), 0, string.Empty, row.Reading(9)));
            unsent.Add(new(
                OperationId.FromMinted(row.Id(0)), row.GetInt64(1),
                row.IdOrNull(2) is { } previous ? OperationId.FromMinted(previous) : null,
                row.GetInt64(3), row.GetBoolean(4), payload));
        }

        return unsent;
    }

    internal static long CountUnsent(ISnapshot snapshot) =>
        (long)snapshot.Command("""
            SELECT coalesce((SELECT max(seq) FROM outbox WHERE outbox.device_id = device.device_id), 0) - settled_seq
            FROM device WHERE is_current = 1
            """).ExecuteScalar()!;

    /// <summary>Records the server's verdict on the operation that has this number.</summary>
    internal static void Settle(WriteTransaction transaction, DeviceId device, PushOperation operation, Verdict verdict)
    {
        var (word, reason) = verdict switch
        {
            Verdict.Accepted => ("accepted", null),
            Verdict.Duplicate => ("duplicate", null),
            Verdict.Rejected(var code, var why) => ("rejected", $"{code}: {why}"),
            _ => throw new InvalidOperationException($"{verdict.GetType()} is no verdict"),
        };
        transaction.Command("""
            UPDATE outbox SET verdict = $verdict, reason = $reason
            WHERE op_id = $op_id AND device_id = $device_id AND seq = $seq AND verdict IS NULL
            """).Bind(word, reason, operation.Id.Value.Bytes(), device.Value.Bytes(), operation.Seq).ExecuteNonQuery();
        transaction.Command("UPDATE device SET settled_seq = $seq WHERE device_id = $device_id AND settled_seq = $seq - 1")
            .Bind(operation.Seq, device.Value.Bytes()).ExecuteNonQuery();
    }

    /// <summary>
    /// Whether the server said to have an operation that the feed, read to its head, does not hold, or an earlier feed
    /// held one that is not queued again already: then the server was restored from a backup.
    /// </summary>
    internal static bool LacksInFeed(ISnapshot snapshot) => snapshot.Command("""
        SELECT EXISTS (SELECT 1 FROM outbox INDEXED BY outbox_provisional WHERE in_feed = 0 AND verdict IN ('accepted', 'duplicate'))
          OR EXISTS (
            SELECT 1 FROM feed_aside
            WHERE op_id NOT IN (SELECT op_id FROM feed)
              AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.op_id = feed_aside.op_id AND verdict IS NULL))
        """).ExecuteScalar() is 1L;

    /// <summary>What the server refused and nobody has answered for yet, in the ledger's order.</summary>
    internal static List<(OperationId Operation, string Reason)> Parked(ISnapshot snapshot)
    {
        using var row = snapshot.Command("""
            SELECT outbox.op_id, reason FROM outbox INDEXED BY outbox_parked JOIN operation ON operation.op_id = outbox.op_id
            WHERE verdict = 'rejected' AND dismissed = 0 ORDER BY position
            """).ExecuteReader();
        var parked = new List<(OperationId, string)>();
        while (row.Read())
        {
            parked.Add((OperationId.FromMinted(row.Id(0)), row.GetString(1)));
        }

        return parked;
    }

    internal static long CountParked(ISnapshot snapshot) => (long)snapshot.Command("""
        SELECT count(*) FROM outbox INDEXED BY outbox_parked WHERE verdict = 'rejected' AND dismissed = 0
        """).ExecuteScalar()!;

    /// <summary>Whether a refused operation waits for an answer.</summary>
    internal static bool IsParked(ISnapshot snapshot, OperationId operation) => snapshot.Command("""
        SELECT EXISTS (SELECT 1 FROM outbox WHERE op_id = $op_id AND verdict = 'rejected' AND dismissed = 0)
        """).Bind(operation.Value.Bytes()).ExecuteScalar() is 1L;

    /// <summary>Somebody has answered for a refused operation; false where there is none such.</summary>
    internal static bool Dismiss(WriteTransaction transaction, OperationId operation) => transaction.Command("""
        UPDATE outbox SET dismissed = 1 WHERE op_id = $op_id AND verdict = 'rejected' AND dismissed = 0
        """).Bind(operation.Value.Bytes()).ExecuteNonQuery() == 1;

    /// <summary>Whether this store made an operation.</summary>
    internal static bool IsMine(ISnapshot snapshot, OperationId operation) => snapshot.Command(
        "SELECT EXISTS (SELECT 1 FROM outbox WHERE op_id = $op_id AND relayed = 0)").Bind(operation.Value.Bytes()).ExecuteScalar() is 1L;

    /// <summary>Notes that what goes out next was tried in vain, and when it is tried again.</summary>
    internal static void Postpone(WriteTransaction transaction, long nextUtc) =>
        transaction.Command("""
            UPDATE outbox SET attempts = attempts + 1, next_attempt = $next
            WHERE device_id = (SELECT device_id FROM device WHERE is_current = 1)
              AND seq - (SELECT settled_seq FROM device WHERE is_current = 1) BETWEEN 1 AND $batch
            """).Bind(nextUtc, (long)WireLimits.PushOperationsMax).ExecuteNonQuery();

    /// <summary>
    /// Nothing may claim to have seen more than the feeds share: neither what is unsent nor what has a verdict, since
    /// that may have to be sent again.
    /// </summary>
    internal static void CutSeen(WriteTransaction transaction, long common) =>
        transaction.Command("UPDATE outbox SET seen = $seen WHERE seen > $seen").Bind(common).ExecuteNonQuery();

    /// <summary>
    /// Gives to another device, which has none so far, numbered from 1 in the ledger's order, all that has no verdict and
    /// all else in the ledger that the feed lacks, what others made among it. What is parked stays so.
    /// </summary>
    internal static void Requeue(WriteTransaction transaction, DeviceId device) => transaction.Command("""
        INSERT INTO outbox (op_id, device_id, seq, prev_op_id, seen, relayed)
        SELECT op_id, $device_id, row_number() OVER ledger, lag(op_id) OVER ledger, seen, relayed
        FROM (
          SELECT
            operation.op_id AS op_id, operation.position AS position,
            coalesce(outbox.seen, feed_aside.seen, operation.seen) AS seen,
            coalesce(outbox.relayed, operation.origin = 'sync') AS relayed
          FROM operation
          LEFT JOIN outbox ON outbox.op_id = operation.op_id
          LEFT JOIN feed_aside ON feed_aside.op_id = operation.op_id
          WHERE (outbox.op_id IS NOT NULL AND outbox.verdict IS NULL)
            OR (outbox.verdict IS NOT 'rejected' AND NOT EXISTS (SELECT 1 FROM feed WHERE feed.op_id = operation.op_id)))
        WHERE true
        WINDOW ledger AS (ORDER BY position)
        ON CONFLICT (op_id) DO UPDATE SET
          device_id = excluded.device_id, seq = excluded.seq, prev_op_id = excluded.prev_op_id,
          verdict = NULL, reason = NULL, attempts = 0
        """).Bind(device.Value.Bytes()).ExecuteNonQuery();
}
