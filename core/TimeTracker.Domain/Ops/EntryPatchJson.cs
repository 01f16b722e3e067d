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
                "description" => patch with { Description = Field.Set(ReadDescription(value)) },
                "project" => patch with { Project = Field.Set(ReadId(value) is { } id ? new ProjectId(id) : (ProjectId?)null) },
                "tags" => patch with { Tags = Field.Set(ReadTags(value)) },
                "billable" => patch with { Billable = Field.Set(value.GetBoolean()) },
                "span" => patch with { Span = Field.Set(SpanJson.Read(value)) },
                "continues" => patch with { Continues = Field.Set(ReadId(value) is { } id ? new EntryId(id) : (EntryId?)null) },
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

    private static Guid? ReadId(JsonElement json) => json.ValueKind == JsonValueKind.Null ? null : json.GetGuid();

    private static Description ReadDescription(JsonElement json) =>
        Description.TryParse(json.GetString(), out var description, out var rejection)
            ? description
            : throw new FormatException(rejection.Message);

    private static TagSet ReadTags(JsonElement json) =>
        TagSet.TryParse(json.EnumerateArray().Select(tag => tag.GetString() ?? string.Empty), out var tags, out var rejection)
            ? tags
            : throw new FormatException(rejection.Message);
}
