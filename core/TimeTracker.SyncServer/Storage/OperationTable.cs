using TimeTracker.Domain;
using TimeTracker.Sqlite;
using TimeTracker.SyncServer.Pushing;

namespace TimeTracker.SyncServer.Storage;

/// <summary>The logs: append, and read in order.</summary>
internal static class OperationTable
{
    /// <summary>The chain at a row; null where there is none, all zeros before the first.</summary>
    internal static ChainHash? ChainAt(ISnapshot snapshot, UserId user, long feedNo)
    {
        if (feedNo == 0)
        {
            return ChainHash.Origin;
        }

        using var row = snapshot.Command(
            "SELECT chain FROM operation WHERE user_id = @user_id AND feed_no = @feed_no")
            .Bind(user.Value.Bytes(), feedNo).ExecuteReader();
        return row.Read() ? row.Hash(0) : null;
    }

    internal static void Append(LogTransaction transaction, UserId user, IReadOnlyList<AppendedRow> rows) =>
        transaction.ExecuteEach(
            """
            INSERT INTO operation(
              user_id, feed_no, op_id, device_id, seq, seen, relayed, payload, payload_hash, received_utc, chain)
            VALUES(
              @user_id, @feed_no, @op_id, @device_id, @seq, @seen, @relayed, @payload, @payload_hash, @received_utc,
              @chain)
            """,
            [.. rows.Select(appended => Values(user, appended.Row, appended.Seq))]);

    /// <summary>The rows behind a number, until there are enough of them or of their bytes.</summary>
    internal static IReadOnlyList<FeedRow> PageAfter(ISnapshot snapshot, UserId user, long after, int rowsMax)
    {
        using var row = snapshot.Command("""
            SELECT feed_no, op_id, device_id, seen, relayed, payload, received_utc, chain
            FROM operation WHERE user_id = @user_id AND feed_no > @after ORDER BY feed_no LIMIT @rows_max
            """).Bind(user.Value.Bytes(), after, (long)rowsMax).ExecuteReader();
        var rows = new List<FeedRow>();
        var bytes = 0;
        while (bytes < WireLimits.PagePayloadBytesMax && row.Read())
        {
            var read = new FeedRow(
                row.GetInt64(0), OperationId.FromMinted(row.Id(1)), new DeviceId(row.Id(2)), row.GetInt64(3),
                row.GetInt64(4) == 1, new Payload(row.GetFieldValue<byte[]>(5)), row.Instant(6), row.Hash(7));

            // The schema keeps holes out; a database that has one all the same must not make a cursor pass it.
            if (read.FeedNo != after + rows.Count + 1)
            {
                throw new InvalidDataException($"the log of {user} has no number {after + rows.Count + 1}");
            }

            rows.Add(read);
            bytes += read.Payload.Length;
        }

        return rows;
    }

    private static object?[] Values(UserId user, FeedRow row, long seq) =>
    [
        user.Value.Bytes(), row.FeedNo, row.Operation.Value.Bytes(), row.Device.Value.Bytes(), seq, row.Seen,
        row.Relayed ? 1L : 0L, row.Payload.Bytes.ToArray(), row.Payload.Hash.ToArray(), row.Received.Microseconds,
        row.Chain.ToArray(),
    ];
}
