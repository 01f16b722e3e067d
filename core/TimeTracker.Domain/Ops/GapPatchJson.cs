using System.Text.Json;

namespace TimeTracker.Domain;

/// <summary>A gap's patch as JSON; see <see cref="EntryPatchJson"/> for its rules.</summary>
internal static class GapPatchJson
{
    internal static void Write(Utf8JsonWriter writer, GapPatch patch)
    {
        writer.WriteStartObject();
        if (patch.Entry.IsSet)
        {
            writer.WriteString("entry", patch.Entry.Value.Value);
        }

        if (patch.Kind.IsSet)
        {
            writer.WriteNumber("kind", (int)patch.Kind.Value);
        }

        if (patch.Range is { IsSet: true, Value: var range })
        {
            writer.WriteStartArray("range");
            writer.WriteNumberValue(range.From.Microseconds);
            writer.WriteNumberValue(range.To.Microseconds);
            writer.WriteNumberValue(range.Suspended.Ticks / TimeSpan.TicksPerMicrosecond);
            writer.WriteNumberValue(range.Slack.Ticks / TimeSpan.TicksPerMicrosecond);
            writer.WriteNumberValue((int)range.Certainty);
            writer.WriteEndArray();
        }

        if (patch.Answer.IsSet)
        {
            WriteAnswer(writer, patch.Answer.Value);
        }

        if (patch.Removed.IsSet)
        {
            writer.WriteBoolean("removed", patch.Removed.Value);
        }

        writer.WriteEndObject();
    }

    internal static GapPatch Read(JsonElement json)
    {
        var patch = new GapPatch();
        foreach (var property in json.EnumerateObject())
        {
            var value = property.Value;
            patch = property.Name switch
            {
                "entry" => patch with { Entry = Field.Set(new EntryId(value.GetGuid())) },
                "kind" => patch with { Kind = Field.Set(Known<GapKind>(value)) },
                "range" => patch with { Range = Field.Set(ReadRange(value)) },
                "answer" => patch with { Answer = Field.Set(ReadAnswer(value)) },
                "removed" => patch with { Removed = Field.Set(value.GetBoolean()) },
                var unknown => throw new FormatException($"a gap's field '{unknown}' is not known here"),
            };
        }

        return patch;
    }

    private static void WriteAnswer(Utf8JsonWriter writer, GapAnswer? answer)
    {
        if (answer is null)
        {
            writer.WriteNull("answer");
            return;
        }

        writer.WriteStartArray("answer");
        writer.WriteNumberValue((int)answer.Kind);
        if (answer.At is { } at)
        {
            writer.WriteNumberValue(at.Microseconds);
        }

        writer.WriteEndArray();
    }

    private static GapAnswer? ReadAnswer(JsonElement json) => json.ValueKind == JsonValueKind.Null
        ? null
        : json.GetArrayLength() switch
        {
            1 => new(Known<AnswerKind>(json[0])),
            2 => new(Known<AnswerKind>(json[0]), Instant.FromMicroseconds(json[1].GetInt64())),
            _ => throw new FormatException("an answer is its kind, and an instant where the gap was split"),
        };

    private static GapRange ReadRange(JsonElement json) => json.GetArrayLength() == 5
        ? new(
            Instant.FromMicroseconds(json[0].GetInt64()), Instant.FromMicroseconds(json[1].GetInt64()),
            TimeSpan.FromMicroseconds(json[2].GetInt64()), TimeSpan.FromMicroseconds(json[3].GetInt64()),
            Known<Certainty>(json[4]))
        : throw new FormatException("a range is from, to, suspended, slack and a certainty");

    private static T Known<T>(JsonElement json)
        where T : struct, Enum => (T)Enum.ToObject(typeof(T), json.GetInt32()) is var value && Enum.IsDefined(value)
            ? value
            : throw new FormatException($"{typeof(T).Name} {json} is not known here");
}
