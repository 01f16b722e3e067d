using System.Runtime.InteropServices;
using TimeTracker.NativeHost.Terminal;

namespace TimeTracker.NativeHost.Install;

/// <summary>Makes one native executable of the project and puts it where it stays when the clone is gone.</summary>
internal static class Publisher
{
    internal const string Subject = "program";

    private const int ShownChars = 2000;

    internal static ReportItem Publish(string project, string folder)
    {
        var (compiler, missing, remedy) = Toolchain.Find();
        if (missing is not null)
        {
            return new(Subject, "ToolMissing", missing) { Remedy = remedy };
        }

        var draft = Directory.CreateTempSubdirectory("timetracker-publish-").FullName;
        try
        {
            var run = ChildRun.Of("dotnet", Arguments(project, compiler, draft));
            return run.ExitCode == 0
                ? Place(draft, folder)
                : new(Subject, "PublishFailed", "Publishing failed.")
                {
                    Remedy = run.Output.Length <= ShownChars ? run.Output : run.Output[^ShownChars..],
                };
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            return new(Subject, "NoPermission", denied.Message) { Path = folder, Remedy = "Give your user the right to write there." };
        }
        finally
        {
            Directory.Delete(draft, recursive: true);
        }
    }

    private static string[] Arguments(string project, string? compiler, string folder) =>
    [
        "publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", folder,
        "-p:Aot=true", "-p:UseTimeTrackerAnalyzers=false", "-v", "quiet", "-nologo",
        .. compiler is null ? Array.Empty<string>() : [$"-p:CppCompilerAndLinker={compiler}"],
    ];

    private static ReportItem Place(string draft, string folder)
    {
        foreach (var file in Directory.EnumerateFiles(draft).Where(IsNeeded))
        {
            WholeFile.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        var name = OperatingSystem.IsWindows() ? $"{Surroundings.ProgramName}.exe" : Surroundings.ProgramName;
        return new(Subject, "written", "published") { Path = Path.Combine(folder, name) };
    }

    private static bool IsNeeded(string file) => Path.GetExtension(file) is not (".dbg" or ".pdb" or ".xml" or ".json");
}
