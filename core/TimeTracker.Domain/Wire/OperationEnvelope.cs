using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TimeTracker.Domain;

/// <summary>
/// An operation as a payload: what the ledger has of it but the id, which goes beside. One operation has one spelling, so
/// that any device can send it again byte for byte. What cannot be read is kept as it came, under a kind of its own.
/// </summary>
public static class OperationEnvelope
{
    /// <summary>The kind of a row whose payload is all that came, unread.</summary>
    public const string UnreadableKind = "unreadable";

    private const int DepthMax = 16;
    private const int KindCharactersMax = 64;

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions ReaderOptions = new() { MaxDepth = DepthMax, AllowDuplicateProperties = false };

    /// <summary>The payload of a ledger's row.</summary>
    public static Payload Seal(LedgerRow row)
    {
        if (row.Kind == UnreadableKind)
        {
            return new(row.Payload);
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteString("command", row.Command);
            writer.WriteString("kind", row.Kind);
            writer.WriteString("entity", row.Entity);
            writer.WriteStartArray("reading");
            writer.WriteNumberValue(row.Reading.UtcMicroseconds);
            writer.WriteNumberValue(row.Reading.Monotonic.Ticks / TimeSpan.TicksPerMicrosecond);
            writer.WriteNumberValue(row.Reading.Boottime.Ticks / TimeSpan.TicksPerMicrosecond);
            writer.WriteStringValue(row.Reading.Domain.Id);
            writer.WriteEndArray();
            writer.WritePropertyName("payload");
            writer.WriteRawValue(row.Payload, skipInputValidation: true);
            writer.WriteEndObject();
        }

        return new(buffer.WrittenSpan);
    }

    /// <summary>The ledger's row of an operation that another device made. Takes any bytes and never throws for them.</summary>
    public static LedgerRow Open(OperationId id, Payload payload, long seen, string origin)
    {
        ArgumentNullException.ThrowIfNull(payload);
        var unread = new LedgerRow(
            id.Value, id.Command.Value, UnreadableKind, id.Value, payload.Bytes.ToArray(), seen, origin,
            new(0, TimeSpan.Zero, TimeSpan.Zero, ClockDomain.None));
        try
        {
            using var document = JsonDocument.Parse(payload.Bytes, ReaderOptions);
            var root = document.RootElement;
            var reading = root.GetProperty("reading");
            var row = new LedgerRow(
                id.Value,
                root.GetProperty("command").GetGuid(),
                root.GetProperty("kind").GetString() ?? string.Empty,
                root.GetProperty("entity").GetGuid(),
                System.Text.Encoding.UTF8.GetBytes(root.GetProperty("payload").GetRawText()),
                seen,
                origin,
                new(
                    reading[0].GetInt64(), TimeSpan.FromMicroseconds(reading[1].GetInt64()),
                    TimeSpan.FromMicroseconds(reading[2].GetInt64()), new ClockDomain(reading[3].GetString() ?? string.Empty)));

            // Whatever would not come out again as it came in could not be sent on.
            return row.Kind.Length is > 0 and <= KindCharactersMax && Seal(row).Equals(payload) ? row : unread;
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or ArgumentException
            or InvalidOperationException or OverflowException or KeyNotFoundException or IndexOutOfRangeException)
        {
            // Every way in which JSON can fail to be an envelope; the operation is kept and shown, not lost.
            return unread;
        }
    }
}
