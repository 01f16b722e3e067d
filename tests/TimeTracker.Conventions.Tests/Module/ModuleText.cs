using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TimeTracker.Conventions.Tests.Module;

/// <summary>Reads the module's manifest and format file, as far as the conventions need them.</summary>
internal static partial class ModuleText
{
    internal static IReadOnlyList<string> ExportedCmdlets(string manifest) =>
        [.. Quoted().Matches(CmdletsToExport().Match(manifest).Groups[1].Value).Select(match => match.Groups[1].Value)];

    internal static IReadOnlyList<string> TypesWithAView(string format) =>
        [.. XDocument.Parse(format).Descendants("ViewSelectedBy").Elements("TypeName").Select(type => type.Value)];

    /// <summary>The assemblies that a deps.json names, each where it is looked for beside it.</summary>
    internal static IReadOnlyList<string> Assemblies(string deps)
    {
        using var document = JsonDocument.Parse(deps);
        var libraries = document.RootElement.GetProperty("targets").EnumerateObject()
            .SelectMany(target => target.Value.EnumerateObject()).Select(library => library.Value).ToList();
        return
        [
            .. Assets(libraries, "runtime").Select(asset => Path.GetFileName(asset.Name)),
            .. Assets(libraries, "runtimeTargets")
                .Where(asset => asset.Value.GetProperty("assetType").GetString() == "runtime").Select(asset => asset.Name),
        ];
    }

    private static IEnumerable<JsonProperty> Assets(IEnumerable<JsonElement> libraries, string kind) => libraries
        .Where(library => library.TryGetProperty(kind, out _))
        .SelectMany(library => library.GetProperty(kind).EnumerateObject());

    [GeneratedRegex(@"^\s*CmdletsToExport\s*=\s*@\(([^)]*)\)", RegexOptions.Multiline)]
    private static partial Regex CmdletsToExport();

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex Quoted();
}
