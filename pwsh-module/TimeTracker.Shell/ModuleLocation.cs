using System.Reflection;

namespace TimeTracker.Shell;

/// <summary>Where the module may lie: beside the program, else where the repository's build puts it.</summary>
internal static class ModuleLocation
{
    public const string BuildCommand = "dotnet build pwsh-module/TimeTracker.PowerShell";

    /// <summary>Manifests, the preferred one first.</summary>
    public static IReadOnlyList<string> Candidates()
    {
        var beside = Path.Combine(AppContext.BaseDirectory, "TimeTracker", "TimeTracker.psd1");
        var built = typeof(ModuleLocation).Assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static attribute => attribute.Key == "ModuleManifest").Value!; // The project file states it.
        return [beside, built];
    }

    /// <summary>The first manifest that exists, or null.</summary>
    public static string? Find(IReadOnlyList<string> candidates) => candidates.FirstOrDefault(File.Exists);
}
