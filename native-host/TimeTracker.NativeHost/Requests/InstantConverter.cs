using System.Text.Json;
using System.Text.Json.Serialization;

namespace TimeTracker.NativeHost.Requests;

/// <summary>Instants on the wire: ISO 8601 with an offset. A local time without one is nobody's, and refused.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    // yyyy-MM-ddTHH:mm: the sign of an offset cannot stand before.
    private const int DateChars = 11;

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var instant) && HasOffset(reader.GetString()!)
            ? instant
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);

    private static bool HasOffset(string text) =>
        text.Length > DateChars && text.AsSpan(DateChars).IndexOfAny('Z', '+', '-') >= 0;
}
