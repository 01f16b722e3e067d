namespace TimeTracker.Protocol.Tests.Model;

/// <summary>The feeds that a store has set aside while it pulls anew; mostly one, or none.</summary>
/// <param name="Rows">The first one's rows, then what others had in addition.</param>
/// <param name="Common">How many rows from the start all of them have in common.</param>
internal readonly record struct SetAside(Seq<FeedRow> Rows, int Common) : IEncoded
{
    public void Encode(ref Encoder encoder)
    {
        encoder.Write(Rows);
        encoder.Write(Common);
    }

    /// <summary>With one feed more.</summary>
    internal SetAside And(ProtocolCase rules, Seq<FeedRow> feed)
    {
        if (Rows.Count == 0)
        {
            return new(feed, feed.Count);
        }

        var rows = Rows;
        return new(
            [.. rows, .. feed.Where(row => StoreFile.IndexIn(rows, row.Op) < 0)],
            rules.Without(Removal.CommonStartOfAllFeeds) ? Common : CommonWith(feed));
    }

    /// <summary>How many rows from the start all of them and another feed have in common.</summary>
    internal int CommonWith(Seq<FeedRow> feed) => Math.Min(Common, Rows.Span.CommonPrefixLength(feed.Span));
}
