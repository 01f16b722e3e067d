namespace TimeTracker.Domain;

/// <summary>A page of the feed behind a cursor. An empty one says that the cursor is at the head.</summary>
/// <param name="Rows">The rows in the feed's order, at most <see cref="WireLimits.PageRowsMax"/>.</param>
/// <param name="Head">The feed's last row when the page was read; <see cref="FeedCursor.Start"/> in an empty feed.</param>
/// <param name="HasMore">Whether rows follow behind this page.</param>
public sealed record ChangesResponse(IReadOnlyList<FeedRow> Rows, FeedCursor Head, bool HasMore)
{
    /// <summary>The door for bytes that someone else wrote.</summary>
    public static Received<ChangesResponse> FromWire(ReadOnlyMemory<byte> json) => WireJson.Read(
        json,
        static root => new ChangesResponse(
            root.List("rows", WireLimits.PageRowsMax, FeedRow.Read),
            FeedCursor.Read(root.Object("head")),
            root.Flag("more")));

    /// <summary>
    /// Whether each row comes right behind the one before and the first behind the cursor, by number and by chain, and
    /// the end agrees with the head: else the page is no continuation, and nothing of it may be used.
    /// </summary>
    public bool Follows(FeedCursor cursor)
    {
        foreach (var row in Rows)
        {
            if (!row.Follows(cursor))
            {
                return false;
            }

            cursor = row.Cursor;
        }

        return HasMore ? Rows.Count > 0 && cursor.FeedNo < Head.FeedNo : cursor == Head;
    }

    /// <summary>The message as it is sent.</summary>
    public byte[] ToWire() => WireJson.Write(writer =>
    {
        writer.WriteStartArray("rows");
        foreach (var row in Rows)
        {
            row.Write(writer);
        }

        writer.WriteEndArray();
        Head.Write(writer, "head");
        writer.WriteBoolean("more", HasMore);
    });
}
