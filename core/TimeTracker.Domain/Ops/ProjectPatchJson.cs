using System.Text.Json;

namespace TimeTracker.Domain;

/// <summary>A project's patch as JSON; see <see cref="EntryPatchJson"/> for its rules.</summary>
internal static class ProjectPatchJson
{
    internal static void Write(Utf8JsonWriter writer, ProjectPatch patch)
    {
        writer.WriteStartObject();
        if (patch.Name.IsSet)
        {
            writer.WriteString("name", patch.Name.Value.Value);
        }

        if (patch.Removed.IsSet)
        {
            writer.WriteBoolean("removed", patch.Removed.Value);
        }

        writer.WriteEndObject();
    }

    internal static ProjectPatch Read(JsonElement json)
    {
        var patch = new ProjectPatch();
        foreach (var property in json.EnumerateObject())
        {
            patch = property.Name switch
            {
                "name" => patch with { Name = Field.Set(ProjectName.Parse(property.Value.GetString())) },
                "removed" => patch with { Removed = Field.Set(property.Value.GetBoolean()) },
                var unknown => throw new FormatException($"a project's field '{unknown}' is not known here"),
            };
        }

        return patch;
    }
}
