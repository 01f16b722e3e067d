using System.Reflection;

namespace TimeTracker.Conventions.Tests;

/// <summary>The repository and the build that these tests were built in.</summary>
internal static class Repository
{
    private static readonly string[] ProductFolders = ["core", "pwsh-module", "native-host", "analyzers", "mutation"];

    internal static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    internal static string Module { get; } = Path.Combine(Root, "pwsh-module", "out", "TimeTracker");

    /// <summary>debug or release, as the output folders are called.</summary>
    internal static string Configuration { get; } = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    internal static IReadOnlyList<string> ProductProjects { get; } =
    [
        .. ProductFolders
            .Select(folder => Path.Combine(Root, folder))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>What the build made of a project.</summary>
    internal static string Assembly(string project) =>
        Path.Combine(Root, ".artifacts", "bin", project, Configuration, $"{project}.dll");
}
