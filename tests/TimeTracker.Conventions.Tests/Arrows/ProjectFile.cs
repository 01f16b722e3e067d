using System.Xml.Linq;

namespace TimeTracker.Conventions.Tests.Arrows;

/// <summary>What a project file says it refers to.</summary>
internal sealed record ProjectFile(string Name, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    internal static ProjectFile Load(string path) =>
        Parse(Path.GetFileNameWithoutExtension(path), XDocument.Load(path));

    internal static ProjectFile Parse(string name, XDocument document) => new(
        name,
        [.. Included(document, "ProjectReference").Select(Path.GetFileNameWithoutExtension)!],
        [.. Included(document, "PackageReference")]);

    // A list in one Include is as many references; a framework reference is a package by another name.
    private static IEnumerable<string> Included(XDocument document, string item) => document
        .Descendants(item)
        .SelectMany(element => (element.Attribute("Include")?.Value ?? string.Empty).Split(';'))
        .Where(include => include.Length > 0);
}
