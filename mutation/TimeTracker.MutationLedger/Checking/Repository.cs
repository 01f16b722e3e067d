using System.Reflection;
using System.Text.RegularExpressions;
using TimeTracker.MutationLedger.Schema;

namespace TimeTracker.MutationLedger.Checking;

/// <summary>This repository.</summary>
internal sealed partial class Repository : IProduct
{
    private readonly Lazy<HashSet<string>> _tests = new(ReadTests);

    internal static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == "RepositoryRoot").Value!;

    /// <summary>The preset that this repository's projects are built with.</summary>
    internal static string Preset { get; } =
        Path.Combine(Root, "analyzers", "TimeTracker.Analyzers.Package", "config", "strict.globalconfig");

    public IReadOnlyCollection<string> SchemaParts { get; } =
        [.. SchemaDatabase.All.SelectMany(database => database.Mutants()).Select(mutant => mutant.Part)];

    public IReadOnlyCollection<string> Rules { get; } =
        [.. Error().Matches(File.ReadAllText(Preset)).Select(match => match.Groups[1].Value)];

    public string? Text(string file) =>
        File.Exists(Path.Combine(Root, file)) ? File.ReadAllText(Path.Combine(Root, file)) : null;

    public bool HasFolder(string folder) => Directory.Exists(Path.Combine(Root, folder));

    public bool HasTest(string name) => _tests.Value.Contains(name);

    // By the source, so that nothing has to be built for it: a file holds one class of tests.
    private static HashSet<string> ReadTests()
    {
        var names = new HashSet<string>();
        var folder = Path.Combine(Root, "tests");
        foreach (var file in Directory.EnumerateFiles(folder, "*Tests.cs", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            var type = $"{Namespace().Match(text).Groups[1].Value}.{Path.GetFileNameWithoutExtension(file)}";
            names.Add(type);
            names.UnionWith(Method().Matches(text).Select(match => $"{type}.{match.Groups[1].Value}"));
        }

        return names;
    }

    [GeneratedRegex(@"^dotnet_diagnostic\.(TT\d+)\.severity = error$", RegexOptions.Multiline)]
    private static partial Regex Error();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^    public (?:async )?(?:void|Task) (\w+)\(", RegexOptions.Multiline)]
    private static partial Regex Method();
}
