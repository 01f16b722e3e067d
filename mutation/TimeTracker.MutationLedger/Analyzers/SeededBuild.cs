using System.Text.RegularExpressions;
using TimeTracker.MutationLedger.Checking;
using TimeTracker.MutationLedger.Processes;

namespace TimeTracker.MutationLedger.Analyzers;

/// <summary>Compiles a project of this repository, as it is built, with the seeded violations in it.</summary>
internal static partial class SeededBuild
{
    private const string Project = "core/TimeTracker.Sqlite/TimeTracker.Sqlite.csproj";

    private static readonly TimeSpan TimeMax = TimeSpan.FromMinutes(5);

    /// <summary>The rules whose violations are errors.</summary>
    /// <param name="work">A folder for what it makes.</param>
    /// <param name="off">A rule that is switched off in the preset; null for none.</param>
    internal static IReadOnlySet<string> Errors(string work, string? off)
    {
        var folder = Directory.CreateDirectory(Path.Combine(work, off ?? "all")).FullName;
        var preset = Path.Combine(folder, "preset.globalconfig");
        File.WriteAllText(preset, Preset(File.ReadAllText(Repository.Preset), off));
        var targets = Path.Combine(folder, "seeds.targets");
        File.WriteAllText(targets, $"""
            <Project>
              <ItemGroup><Compile Include="{Path.Combine(Repository.Root, "mutation", "seeds", "*.cs")}" /></ItemGroup>
              <Target Name="ChangePreset" BeforeTargets="CoreCompile;GenerateMSBuildEditorConfigFileCore">
                <ItemGroup>
                  <EditorConfigFiles Remove="{Repository.Preset}" />
                  <EditorConfigFiles Include="{preset}" />
                </ItemGroup>
              </Target>
            </Project>
            """);
        var build = Dotnet.Run(
            Repository.Root,
            TimeMax,
            "msbuild",
            Project,
            "-target:Compile",
            "-nologo",
            "-property:BuildProjectReferences=false",
            $"-property:Configuration={Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory))}",
            $"-property:CustomAfterMicrosoftCommonTargets={targets}",
            $"-property:IntermediateOutputPath={folder}/obj/");
        return Compiler().IsMatch(build.Output)
            ? throw new InvalidDataException($"The seeds do not compile: {build.Output}")
            : Error().Matches(build.Output).Select(match => match.Groups[1].Value).ToHashSet();
    }

    internal static string Preset(string text, string? off) => off is null
        ? text
        : text.Replace($"{off}.severity = error", $"{off}.severity = none", StringComparison.Ordinal);

    [GeneratedRegex(@"Violations\.cs\(\d+,\d+\): error (TT\d+)")]
    private static partial Regex Error();

    [GeneratedRegex(@"error CS\d+|error MSB\d+")]
    private static partial Regex Compiler();
}
