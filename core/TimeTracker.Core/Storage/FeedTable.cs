using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>The server's order as far as pulled, and the rows of a feed that the server no longer has.</summary>
internal static class FeedTable
{
    /// <summary>How far the feed has been pulled.</summary>
    internal static FeedCursor Cursor(ISnapshot snapshot)
    {
        using var row = snapshot.Command("SELECT feed_no, chain FROM feed ORDER BY feed_no DESC LIMIT 1").ExecuteReader();
        return row.Read() ? new(row.GetInt64(0), new(row.GetFieldValue<byte[]>(1))) : FeedCursor.Start;
    }

    internal static void Append(WriteTransaction transaction, FeedRow row) => transaction.Command("""
        INSERT INTO feed (feed_no, op_id, device_id, seen, relayed, received_utc, chain)
        VALUES ($feed_no, $op_id, $device_id, $seen, $relayed, $received_utc, $chain)
        """)
        .Bind(
            row.FeedNo, row.Operation.Value.Bytes(), row.Device.Value.Bytes(), row.Seen, row.Relayed,
            row.Received.Microseconds, row.Chain.ToArray())
        .ExecuteNonQuery();

    /// <summary>Whether the store holds a feed that the server no longer has, and is pulling the new one.</summary>
    internal static bool IsPulledAnew(ISnapshot snapshot) =>
        snapshot.Command("SELECT EXISTS (SELECT 1 FROM feed_aside)").ExecuteScalar() is 1L;

    /// <summary>Sets all rows aside. What an earlier feed brought, and this one did not, stays there.</summary>
    internal static void SetAside(WriteTransaction transaction)
    {
        transaction.Command("DELETE FROM feed_aside WHERE op_id IN (SELECT op_id FROM feed)").ExecuteNonQuery();

        // Two feeds use the same numbers: those of the older one go out of the way.
        transaction.Command("""
            UPDATE feed_aside SET feed_no = feed_no
              + (SELECT coalesce(max(feed_no), 0) FROM feed_aside) + (SELECT coalesce(max(feed_no), 0) FROM feed)
            """).ExecuteNonQuery();
        transaction.Command("INSERT INTO feed_aside SELECT * FROM feed").ExecuteNonQuery();
        transaction.Command("DELETE FROM feed").ExecuteNonQuery();
    }

    /// <summary>The last row that the old and the new feed share.</summary>
    internal static long CommonStart(ISnapshot snapshot) => (long)snapshot.Command("""
        SELECT coalesce(max(feed.feed_no), 0)
        FROM feed JOIN feed_aside ON feed_aside.feed_no = feed.feed_no AND feed_aside.chain = feed.chain
        """).ExecuteScalar()!;

    /// <summary>Forgets whatever any server's feed brought: all is to be sent to another one.</summary>
    internal static void Forget(WriteTransaction transaction)
    {
        transaction.Command("DELETE FROM feed").ExecuteNonQuery();
        ForgetAside(transaction);
    }

    /// <summary>What was set aside may have to be relayed: it has seen no more than the feeds share.</summary>
    internal static void CutSeen(WriteTransaction transaction, long common) =>
        transaction.Command("UPDATE feed_aside SET seen = $seen WHERE seen > $seen").Bind(common).ExecuteNonQuery();

    internal static void ForgetAside(WriteTransaction transaction) =>
        transaction.Command("DELETE FROM feed_aside").ExecuteNonQuery();
}
