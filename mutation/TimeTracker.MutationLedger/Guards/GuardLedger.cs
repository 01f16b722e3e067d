using System.Text.Json;
using System.Text.Json.Serialization;

namespace TimeTracker.MutationLedger.Guards;

/// <summary>What is written down of invariants, their guards, and mutants that mean nothing.</summary>
internal sealed record GuardLedger(
    IReadOnlyList<Invariant> Invariants, IReadOnlyList<Guard> Guards, IReadOnlyList<Equivalent> Equivalents)
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Reads the folder's invariants.json and guards/*.json.</summary>
    internal static GuardLedger Load(string folder)
    {
        var own = Read<Page>(Path.Combine(folder, "invariants.json"));
        var files = Directory.GetFiles(Path.Combine(folder, "guards"), "*.json").Order(StringComparer.Ordinal);
        return new(own.Invariants, [.. files.SelectMany(Read<Guard[]>)], own.Equivalents);
    }

    private static T Read<T>(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(path), Json)!;
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{path}: {exception.Message}", exception);
        }
    }

    private sealed record Page(IReadOnlyList<Invariant> Invariants, IReadOnlyList<Equivalent> Equivalents);
}
