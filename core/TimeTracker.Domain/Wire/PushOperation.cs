using System.Text.Json;

namespace TimeTracker.Domain;

/// <summary>One operation on its way to the server.</summary>
/// <param name="Id">Its id, by which the server knows a repeat.</param>
/// <param name="Seq">Its number among those of the device that pushes it: 1, 2, 3 …</param>
/// <param name="Previous">The operation that had the number before; null for the first.</param>
/// <param name="Seen">The feed number up to which its author had pulled when it was made.</param>
/// <param name="Relayed">Whether another device made it.</param>
/// <param name="Payload">What it says.</param>
public sealed record PushOperation(
    OperationId Id, long Seq, OperationId? Previous, long Seen, bool Relayed, Payload Payload)
{
    // Names, punctuation, two ids and the longest numbers come to 177, the comma behind it among them.
    private const int WrappingBytesMax = 180;

    /// <summary>The most bytes that an operation with a payload of this length takes in a push.</summary>
    public static int WireBytesMax(int payloadBytes) => WrappingBytesMax + ((payloadBytes + 2) / 3 * 4);

    internal static PushOperation Read(WireObject json) => new(
        json.Operation("op_id"),
        json.Number("seq", min: 1),
        json.Has("prev_op_id") ? json.Operation("prev_op_id") : null,
        json.Number("seen"),
        json.Flag("relayed"),
        json.Payload("payload"));

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("op_id", Id.Value);
        writer.WriteNumber("seq", Seq);
        if (Previous is { } previous)
        {
            writer.WriteString("prev_op_id", previous.Value);
        }

        writer.WriteNumber("seen", Seen);
        writer.WriteBoolean("relayed", Relayed);
        writer.WriteBase64String("payload", Payload.Bytes.Span);
        writer.WriteEndObject();
    }
}
