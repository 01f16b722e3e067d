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

    [GeneratedRegex(@"^\s*CmdletsToExport\s*=\s*@\(([^)]*)\)", RegexOptions.Multiline)]
    private static partial Regex CmdletsToExport();

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex Quoted();
}
