using System.Reflection;

namespace TimeTracker.NativeHost.Install;

/// <summary>The machine and the user that this program is installed for.</summary>
internal sealed record Surroundings
{
    internal const string ProgramName = "TimeTracker.NativeHost";

    internal required Platform Platform { get; init; }

    internal required string Home { get; init; }

    /// <summary>Where programs keep their settings on Linux.</summary>
    internal required string Config { get; init; }

    /// <summary>Where programs keep their data on Linux and Windows.</summary>
    internal required string Data { get; init; }

    /// <summary>The program that browsers are told of: this one, unless it is published first.</summary>
    internal required string Executable { get; init; }

    /// <summary>The project to publish, where this program was built and run from a clone; else null.</summary>
    internal string? ProjectFile { get; init; }

    internal IRegistry Registry { get; init; } = new NoRegistry();

    /// <summary>Where the program is put when it is published from a clone.</summary>
    internal string ProgramFolder(bool forAll) => (Platform, forAll) switch
    {
        (Platform.Linux, false) => Path.Combine(Data, "timetracker", "host"),
        (Platform.Mac, false) => Path.Combine(MacSupport, "TimeTracker", "Host"),
        (Platform.Windows, false) => Path.Combine(Data, "TimeTracker", "Host"),
        (Platform.Windows, true) => Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "TimeTracker", "Host"),
        _ => "/usr/local/lib/timetracker",
    };

    internal string MacSupport => Path.Combine(Home, "Library", "Application Support");

    internal static Surroundings Current()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return new()
        {
            Platform = OperatingSystem.IsWindows() ? Platform.Windows : OperatingSystem.IsMacOS() ? Platform.Mac : Platform.Linux,
            Home = home,
            Config = Named("XDG_CONFIG_HOME") ?? Path.Combine(home, ".config"),
            Data = OperatingSystem.IsWindows()
                ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
                : Named("XDG_DATA_HOME") ?? Path.Combine(home, ".local", "share"),
            Executable = Environment.ProcessPath!, // A process has one on every platform that .NET runs programs on.
            ProjectFile = typeof(Surroundings).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .FirstOrDefault(metadata => metadata.Key == "ProjectFile")?.Value is { } project && File.Exists(project)
                ? project : null,
            Registry = OperatingSystem.IsWindows() ? new WindowsRegistry() : new NoRegistry(),
        };
    }

    private static string? Named(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value && Path.IsPathRooted(value) ? value : null;
}
