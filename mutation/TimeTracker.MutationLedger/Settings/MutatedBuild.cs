using TimeTracker.MutationLedger.Checking;
using TimeTracker.MutationLedger.Guards;
using TimeTracker.MutationLedger.Processes;

namespace TimeTracker.MutationLedger.Settings;

/// <summary>Compiles one project with one replacement in one of its files.</summary>
internal static class MutatedBuild
{
    private static readonly TimeSpan TimeMax = TimeSpan.FromMinutes(5);

    /// <summary>Gives back the assembly.</summary>
    /// <param name="file">The file, from the repository's root: core/PROJECT/….</param>
    /// <param name="replacement">What is replaced in it.</param>
    /// <param name="folder">An empty folder for what it makes.</param>
    internal static string Of(string file, Replacement replacement, string folder)
    {
        var original = Path.Combine(Repository.Root, file);
        var mutant = Path.Combine(folder, Path.GetFileName(file));
        var text = File.ReadAllText(original);
        File.WriteAllText(mutant, text.Replace(replacement.From, replacement.To, StringComparison.Ordinal));
        var targets = Path.Combine(folder, "mutant.targets");
        File.WriteAllText(targets, $"""
            <Project>
              <ItemGroup>
                <Compile Remove="{original}" />
                <Compile Include="{mutant}" />
              </ItemGroup>
            </Project>
            """);
        var project = ProjectOf(file);
        var build = Dotnet.Run(
            Repository.Root,
            TimeMax,
            "msbuild",
            Path.Combine("core", project, $"{project}.csproj"),
            "-target:Compile",
            "-nologo",
            "-property:BuildProjectReferences=false",
            "-property:RunAnalyzers=false",
            $"-property:Configuration={Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory))}",
            $"-property:CustomAfterMicrosoftCommonTargets={targets}",
            $"-property:IntermediateOutputPath={folder}/obj/");
        var assembly = Path.Combine(folder, "obj", $"{project}.dll");
        return build.ExitCode == 0 && File.Exists(assembly)
            ? assembly
            : throw new InvalidDataException($"{replacement.Name} of {file} does not compile: {build.Output}");
    }

    internal static string ProjectOf(string file) => file.Split('/')[1];
}
