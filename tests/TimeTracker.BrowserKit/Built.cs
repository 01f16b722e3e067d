using System.Reflection;

namespace TimeTracker.BrowserKit;

/// <summary>What the repository holds and was built beside this assembly.</summary>
public static class Built
{
    /// <summary>The clone's folder.</summary>
    public static string Root { get; } = typeof(Built).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepositoryRoot").Value!; // Every test project is given it.

    /// <summary>The extension, as both kinds of browser load it.</summary>
    public static string Extension { get; } = Path.Combine(Root, "native-host", "extension");

    /// <summary>
    /// The host, in its ordinary build, which is there at once; TIMETRACKER_TESTED_HOST names another, such as the native
    /// one that <c>install</c> publishes.
    /// </summary>
    public static string Host { get; } = Environment.GetEnvironmentVariable("TIMETRACKER_TESTED_HOST") is { Length: > 0 } named
        ? named : Output("TimeTracker.NativeHost", "TimeTracker.NativeHost");

    /// <summary>The shell, for <c>dotnet</c> to run.</summary>
    public static string Shell { get; } = Output("TimeTracker.Shell", "TimeTracker.Shell.dll");

    private static string Output(string project, string file) => Path.Combine(
        Root, ".artifacts", "bin", project, Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), file);
}
