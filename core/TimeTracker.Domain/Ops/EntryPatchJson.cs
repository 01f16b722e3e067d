using System.Text.Json;

namespace TimeTracker.Domain;

/// <summary>An entry's patch as JSON. A key that is not known here makes the whole patch unreadable: half an operation
/// would be a lie.</summary>
internal static class EntryPatchJson
{
    internal static void Write(Utf8JsonWriter writer, EntryPatch patch)
    {
        writer.WriteStartObject();
        if (patch.Description.IsSet)
        {
            writer.WriteString("description", patch.Description.Value.Value);
        }

        if (patch.Project.IsSet)
        {
            WriteId(writer, "project", patch.Project.Value?.Value);
        }

        if (patch.Tags.IsSet)
        {
            writer.WriteStartArray("tags");
            foreach (var tag in patch.Tags.Value)
            {
                writer.WriteStringValue(tag);
            }

            writer.WriteEndArray();
        }

        WriteFlag(writer, "billable", patch.Billable);
        if (patch.Span.IsSet)
        {
            writer.WritePropertyName("span");
            SpanJson.Write(writer, patch.Span.Value);
        }

        if (patch.Continues.IsSet)
        {
            WriteId(writer, "continues", patch.Continues.Value?.Value);
        }

        WriteFlag(writer, "paused", patch.Paused);
        WriteFlag(writer, "removed", patch.Removed);
        writer.WriteEndObject();
    }

    internal static EntryPatch Read(JsonElement json)
    {
        var patch = new EntryPatch();
        foreach (var property in json.EnumerateObject())
        {
            var value = property.Value;
            patch = property.Name switch
            {
                "description" => patch with { Description = Field.Set(Description.Parse(value.GetString())) },
                "project" => patch with { Project = Field.Set(ReadId(value, id => new ProjectId(id))) },
                "tags" => patch with { Tags = Field.Set(TagSet.Parse(value.EnumerateArray().Select(tag => tag.GetString()))) },
                "billable" => patch with { Billable = Field.Set(value.GetBoolean()) },
                "span" => patch with { Span = Field.Set(SpanJson.Read(value)) },
                "continues" => patch with { Continues = Field.Set(ReadId(value, id => new EntryId(id))) },
                "paused" => patch with { Paused = Field.Set(value.GetBoolean()) },
                "removed" => patch with { Removed = Field.Set(value.GetBoolean()) },
                var unknown => throw new FormatException($"an entry's field '{unknown}' is not known here"),
            };
        }

        return patch;
    }

    private static void WriteFlag(Utf8JsonWriter writer, string name, Field<bool> flag)
    {
        if (flag.IsSet)
        {
            writer.WriteBoolean(name, flag.Value);
        }
    }

    private static void WriteId(Utf8JsonWriter writer, string name, Guid? id)
    {
        if (id is { } value)
        {
            writer.WriteString(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static T? ReadId<T>(JsonElement json, Func<Guid, T> make)
        where T : struct => json.ValueKind == JsonValueKind.Null ? null : make(json.GetGuid());
}
