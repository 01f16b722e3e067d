using System.Text.Json;

namespace TimeTracker.Domain;

/// <summary>An operation where the server put it in its user's feed.</summary>
/// <param name="FeedNo">Its number: 1, 2, 3 … without a hole.</param>
/// <param name="Operation">Its id.</param>
/// <param name="Device">The device that pushed it, which made it unless it is <paramref name="Relayed"/>.</param>
/// <param name="Seen">The feed number up to which its author had pulled when it was made; below its own number.</param>
/// <param name="Relayed">Whether another device made it.</param>
/// <param name="Payload">What it says.</param>
/// <param name="Received">When the server took it, by the server's clock.</param>
/// <param name="Chain">The chain's hash up to and including this row.</param>
public sealed record FeedRow(
    long FeedNo,
    OperationId Operation,
    DeviceId Device,
    long Seen,
    bool Relayed,
    Payload Payload,
    Instant Received,
    ChainHash Chain)
{
    /// <summary>The cursor of someone who has read up to this row.</summary>
    public FeedCursor Cursor => new(FeedNo, Chain);

    /// <summary>The row that an operation becomes behind <paramref name="last"/>.</summary>
    public static FeedRow After(FeedCursor last, DeviceId device, PushOperation operation, Instant received)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var row = new FeedRow(
            last.FeedNo + 1, operation.Id, device, operation.Seen, operation.Relayed, operation.Payload, received,
            ChainHash.Origin);
        return row with { Chain = FeedChain.Next(last.Chain, row) };
    }

    /// <summary>Whether this row comes right behind the cursor, by its number and by its chain.</summary>
    public bool Follows(FeedCursor last) => FeedNo == last.FeedNo + 1 && Chain == FeedChain.Next(last.Chain, this);

    internal static FeedRow Read(WireObject json) => new(
        json.Number("feed_no", min: 1),
        json.Operation("op_id"),
        new DeviceId(json.Uuid("device_id")),
        json.Number("seen"),
        json.Flag("relayed"),
        json.Payload("payload"),
        json.Instant("received_utc"),
        json.Chain("chain"));

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("feed_no", FeedNo);
        writer.WriteString("op_id", Operation.Value);
        writer.WriteString("device_id", Device.Value);
        writer.WriteNumber("seen", Seen);
        writer.WriteBoolean("relayed", Relayed);
        writer.WriteBase64String("payload", Payload.Bytes.Span);
        writer.WriteNumber("received_utc", Received.Microseconds);
        writer.WriteString("chain", Chain.ToString());
        writer.WriteEndObject();
    }
}
