namespace TimeTracker.Protocol.Tests.Model;

/// <summary>A page of the feed on its way to a store.</summary>
/// <param name="After">The cursor that it continues.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="AtHead">Whether nothing follows.</param>
/// <param name="OtherFeed">410 instead: the feed is another one than the cursor's.</param>
internal sealed record Page(int After, Seq<FeedRow> Rows, bool AtHead, bool OtherFeed) : IEncoded
{
    public void Encode(ref Encoder encoder)
    {
        encoder.Write(After);
        encoder.Write(Rows);
        encoder.Write(AtHead);
        encoder.Write(OtherFeed);
    }
}
