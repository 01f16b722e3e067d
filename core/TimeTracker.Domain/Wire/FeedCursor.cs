using System.Text.Json;

namespace TimeTracker.Domain;

/// <summary>
/// How far someone has read a feed, and which feed it was: after the server was restored from a backup the number may
/// be there again, but not the chain.
/// </summary>
/// <param name="FeedNo">The number of the last row read; 0 before the first.</param>
/// <param name="Chain">The chain's hash at that row.</param>
public readonly record struct FeedCursor(long FeedNo, ChainHash Chain)
{
    /// <summary>Before the first row of any feed.</summary>
    public static FeedCursor Start => default;

    internal static FeedCursor Read(WireObject json) => new(json.Number("feed_no"), json.Chain("chain"));

    internal void Write(Utf8JsonWriter writer, string name)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("feed_no", FeedNo);
        writer.WriteString("chain", Chain.ToString());
        writer.WriteEndObject();
    }
}
