using TimeTracker.TestKit;

namespace TimeTracker.Conventions.Tests.Arrows;

/// <summary>Compiles for real, into a folder of its own: the claim is about what the compiler says.</summary>
public sealed class HiddenSqliteTests
{
    private const string Source =
        "internal static class Direct { static object New() => new Microsoft.Data.Sqlite.SqliteConnection(); }";

    [Fact]
    public void NamingTheConnection_InCore_DoesNotCompile()
    {
        var compiled = Compile("core/TimeTracker.Core/TimeTracker.Core.csproj");
        Assert.NotEqual(0, compiled.ExitCode);
        Assert.Contains("Direct.cs(1,", compiled.Output, StringComparison.Ordinal);
        Assert.Contains("error CS0234", compiled.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void NamingTheConnection_InSqlite_Compiles()
    {
        var compiled = Compile("core/TimeTracker.Sqlite/TimeTracker.Sqlite.csproj");
        Assert.True(compiled.ExitCode == 0, compiled.Output);
    }

    private static ChildProcess Compile(string project)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["Direct.cs"], Source);
        File.WriteAllText(
            folder["Direct.targets"],
            $"""<Project><ItemGroup><Compile Include="{folder["Direct.cs"]}" /></ItemGroup></Project>""");
        return ChildProcess.Run(
            "dotnet",
            "msbuild",
            Path.Combine(Repository.Root, project),
            "-target:Compile",
            "-nologo",
            $"-property:Configuration={Repository.Configuration}",
            "-property:BuildProjectReferences=false",
            "-property:RunAnalyzers=false",

            // Their reference assemblies would be looked for in the folder below.
            "-property:CompileUsingReferenceAssemblies=false",
            $"-property:CustomAfterMicrosoftCommonTargets={folder["Direct.targets"]}",
            $"-property:IntermediateOutputPath={folder.Path}/obj/");
    }
}
