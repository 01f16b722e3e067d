using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;

namespace TimeTracker.Conventions.Tests.Arrows;

/// <summary>Finds the arrows that nobody allowed, in project files and in compiled assemblies.</summary>
internal static class ArrowCheck
{
    internal static IEnumerable<string> Violations(ProjectFile project)
    {
        if (!AllowedArrows.ByProject.TryGetValue(project.Name, out var allowed))
        {
            return [$"{project.Name} is not listed: say what it may know."];
        }

        var packages = project.Packages.Except(AllowedArrows.BuildOnly).Except(allowed.Packages);
        return project.Projects.Except(allowed.Projects).Concat(packages).Select(to => $"{project.Name} -> {to}");
    }

    internal static IEnumerable<string> Violations(string project, string assembly) =>
        AllowedArrows.ByProject.TryGetValue(project, out var allowed)
            ? References(assembly)
                .Where(name => !IsFramework(name) && !IsIn(allowed.SharedFramework, name))
                .Except(allowed.Assemblies)
                .Select(to => $"{project} -> {to}")
            : [$"{project} is not listed: say what it may know."];

    private static List<string> References(string assembly)
    {
        using var stream = File.OpenRead(assembly);
        using var file = new PEReader(stream);
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata.AssemblyReferences.Select(handle =>
                metadata.GetString(metadata.GetAssemblyReference(handle).Name)),
        ];
    }

    private static bool IsFramework(string name) =>
        File.Exists(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), $"{name}.dll"));

    // shared/FRAMEWORK/VERSION, of which .NET's own is one.
    private static bool IsIn(string? framework, string name) => framework is not null
        && Directory.EnumerateDirectories(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", framework))
            .Any(version => File.Exists(Path.Combine(version, $"{name}.dll")));
}
