using System.Text.Json;

namespace TimeTracker.Domain;

/// <summary>An entry's span as JSON: open where it has no end.</summary>
internal static class SpanJson
{
    internal static void Write(Utf8JsonWriter writer, EntrySpan span)
    {
        writer.WriteStartObject();
        WriteInstant(writer, "start", span.Start);
        if (span is EntrySpan.Closed closed)
        {
            WriteInstant(writer, "end", closed.End);
        }
        else
        {
            writer.WriteNumber("as_of", ((EntrySpan.Open)span).AsOf.Microseconds);
        }

        writer.WriteNumber("certainty", (int)span.Certainty);
        writer.WriteEndObject();
    }

    internal static EntrySpan Read(JsonElement json)
    {
        var start = ReadInstant(json.GetProperty("start"));
        var certainty = (Certainty)json.GetProperty("certainty").GetInt32();
        if (!Enum.IsDefined(certainty))
        {
            throw new FormatException($"a certainty of {certainty} is not known here");
        }

        var open = json.TryGetProperty("as_of", out var asOf);
        if (json.GetPropertyCount() != 3 || open == json.TryGetProperty("end", out var end))
        {
            throw new FormatException("a span has a start, a certainty, and either an end or as_of");
        }

        return open
            ? new EntrySpan.Open(start, Instant.FromMicroseconds(asOf.GetInt64()), certainty)
            : new EntrySpan.Closed(start, ReadInstant(end), certainty);
    }

    private static void WriteInstant(Utf8JsonWriter writer, string name, ZonedInstant instant)
    {
        writer.WriteStartArray(name);
        writer.WriteNumberValue(instant.Instant.Microseconds);
        writer.WriteStringValue(instant.ZoneId);
        writer.WriteNumberValue(instant.OffsetMinutes);
        writer.WriteEndArray();
    }

    private static ZonedInstant ReadInstant(JsonElement json)
    {
        if (json.GetArrayLength() != 3)
        {
            throw new FormatException("an instant is its microseconds, its zone and its offset in minutes");
        }

        return new(Instant.FromMicroseconds(json[0].GetInt64()), json[1].GetString() ?? string.Empty, json[2].GetInt32());
    }
}
