using System.Data.Common;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>
/// The ledger's operations where all replicas place them: in the feed's order, then what the feed has not brought, in the
/// ledger's. What is parked is left out.
/// </summary>
internal static class PlacedOperations
{
    private const string Columns = """
        operation.op_id, kind, operation.entity_id, payload, reading_utc, reading_monotonic, reading_boottime, reading_domain,
        operation.position,
        coalesce(feed.device_id, outbox.device_id, feed_aside.device_id),
        coalesce(feed.seen, outbox.seen, feed_aside.seen),
        coalesce(feed.relayed, outbox.relayed, feed_aside.relayed),
        feed.feed_no, feed.received_utc
        """;

    private const string Joined = """
        operation
        LEFT JOIN feed ON feed.op_id = operation.op_id
        LEFT JOIN outbox ON outbox.op_id = operation.op_id
        LEFT JOIN feed_aside ON feed_aside.op_id = operation.op_id
        """;

    // A parked one may have its id in the feed: another operation's, which took the id first.
    private const string Counts = "outbox.verdict IS NOT 'rejected'";

    // What can start an entry: the operation that makes it, or one that leaves it open.
    private const string Starts =
        "kind = 'entry.set' AND (operation.entity_id = operation.op_id OR instr(payload, '\"as_of\"') > 0)";

    /// <summary>The operations of one entity, with their positions in the ledger.</summary>
    internal static List<(PlacedOperation Operation, long Position)> OfEntity(ISnapshot snapshot, Guid entity) =>
        Read(snapshot.Command($"""
            SELECT {Columns} FROM {Joined}
            WHERE operation.entity_id = $entity_id AND {Counts}
            ORDER BY feed.feed_no IS NULL, feed.feed_no, operation.position
            """).Bind(entity.Bytes()));

    /// <summary>The operations that did not know of this one, nor it of them, and can have started an entry.</summary>
    internal static IEnumerable<PlacedOperation> RivalsOf(ISnapshot snapshot, PlacedOperation operation)
    {
        var pulled = Read(snapshot.Command($"""
            SELECT {Columns} FROM feed JOIN operation ON operation.op_id = feed.op_id
            LEFT JOIN outbox ON outbox.op_id = operation.op_id
            LEFT JOIN feed_aside ON feed_aside.op_id = operation.op_id
            WHERE feed.feed_no > $seen AND {Starts} AND {Counts}
            """).Bind(operation.Seen));
        var unplaced = Read(snapshot.Command($"""
            SELECT {Columns} FROM {Joined}
            WHERE feed.feed_no IS NULL AND {Starts} AND {Counts}
              AND operation.op_id IN (
                SELECT op_id FROM outbox
                WHERE device_id = (SELECT device_id FROM device WHERE is_current = 1)
                  AND seq > (SELECT settled_seq FROM device WHERE is_current = 1)
                UNION SELECT op_id FROM outbox INDEXED BY outbox_provisional
                  WHERE in_feed = 0 AND verdict IN ('accepted', 'duplicate')
                UNION SELECT op_id FROM feed_aside)
            """));
        return pulled.Concat(unplaced).Select(other => other.Operation).Where(operation.IsConcurrentWith);
    }

    private static List<(PlacedOperation Operation, long Position)> Read(DbCommand command)
    {
        using var row = command.ExecuteReader();
        var placed = new List<(PlacedOperation, long)>();
        while (row.Read())
        {
            var operation = new Operation(
                OperationId.FromMinted(row.Id(0)),
                OperationCodec.Decode(row.Id(2), row.GetString(1), row.GetFieldValue<byte[]>(3)),
                row.Reading(4));
            placed.Add((
                new(operation, new(row.Id(9)), row.GetInt64(10), row.GetBoolean(11),
                    row.IsDBNull(12) ? null : row.GetInt64(12),
                    row.IsDBNull(13) ? null : Instant.FromMicroseconds(row.GetInt64(13))),
                row.GetInt64(8)));
        }

        return placed;
    }
}
