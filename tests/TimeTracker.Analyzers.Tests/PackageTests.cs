using TimeTracker.Analyzers.Tests.Harness;

namespace TimeTracker.Analyzers.Tests;

/// <summary>Real builds of small projects that take the packed package; some seconds each.</summary>
[Trait("Speed", "Slow")]
public sealed class PackageTests(LocalPackage package) : IClassFixture<LocalPackage>
{
    private const string Store = """
        using System.Data.Common;
        using TimeTracker.Annotations;

        public class Store
        {
            private readonly DbConnection connection;

            public Store(DbConnection connection) { this.connection = connection; }

            public void Save()
            {
                var command = connection.CreateCommand();
                command.CommandText = "INSERT INTO t VALUES (1)";
                command.ExecuteNonQuery();
            }

            [RequiresTransaction]
            public void Demand() { }
        }
        """;

    private const string Strict = "<TimeTrackerAnalyzersPreset>strict</TimeTrackerAnalyzersPreset>";

    [Fact]
    public async Task StrictPreset_MakesAWriteOutsideATransactionAnError_AndShipsNothing()
    {
        var folder = package.Project("strict", "net10.0", Store, Strict);
        var (exit, output) = await Shell.Dotnet(folder, "build");
        Assert.NotEqual(0, exit);
        Assert.Contains("error TT0001", output, StringComparison.Ordinal);
        (exit, output) = await Shell.Dotnet(folder, "build", "-p:TimeTrackerAnalyzersPreset=none");
        Assert.True(exit == 0, output);
        Assert.DoesNotContain("TT0001", output, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Directory.GetFiles(Path.Combine(folder, "bin"), "*.dll", SearchOption.AllDirectories),
            file => Path.GetFileName(file).StartsWith("TimeTracker.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Baseline_SilencesWhatThereWas_AndNothingNew()
    {
        var folder = package.Project("baseline", "net10.0", Store, Strict);
        var (exit, output) = await Shell.Dotnet(folder, "build", "-t:TimeTrackerWriteBaseline");
        Assert.True(exit == 0, output);
        (exit, output) = await Shell.Dotnet(folder, "build", "--no-incremental");
        Assert.True(exit == 0, output + await File.ReadAllTextAsync(Path.Combine(folder, "timetracker.baseline.txt")));

        var source = Path.Combine(folder, "Store.cs");
        await File.WriteAllTextAsync(source, Store.Replace(
            "        command.ExecuteNonQuery();",
            "        command   .ExecuteNonQuery(); // the same, moved\n    }\n\n    public void Other()\n    {\n"
                + "        var command = connection.CreateCommand();\n"
                + "        command.CommandText = \"DELETE FROM t\";\n"
                + "        command.ExecuteNonQuery();",
            StringComparison.Ordinal));
        (exit, output) = await Shell.Dotnet(folder, "build");
        Assert.NotEqual(0, exit);
        Assert.Contains("Store.cs(21,", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Store.cs(14,", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("netstandard2.0", "NETStandard.Library", "2.0.3")]
    [InlineData("net48", "Microsoft.NETFramework.ReferenceAssemblies.net48", "1.0.3")]
    public async Task OldFramework_GetsFindings_InItsSarifLog(string framework, string id, string version)
    {
        // The frameworks' own reference packages come from the user's configured source.
        var folder = package.Project(
            framework, framework, Store,
                "<DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>",
            $"<PackageReference Include=\"{id}\" Version=\"{version}\" PrivateAssets=\"all\" />"
                + (framework == "net48" ? "<Reference Include=\"System;System.Data\" />" : string.Empty));
        File.Delete(Path.Combine(folder, "nuget.config"));
        var (exit, output) = await Shell.Dotnet(
            folder, "build", "-p:RestoreAdditionalProjectSources=" + package.Folder,
            "-p:RestorePackagesPath=" + Path.Combine(package.Folder, "packages"));
        Assert.True(exit == 0, output);
        Assert.Contains("warning TT0001", output, StringComparison.Ordinal);
        var log = await File.ReadAllTextAsync(Path.Combine(folder, framework + ".sarif"));
        Assert.Contains("\"ruleId\": \"TT0001\"", log, StringComparison.Ordinal);
        Assert.DoesNotContain("AD0001", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_CanBeLeftOut()
    {
        var folder = package.Project("folders", "net10.0", "public class Empty;", Strict);
        Directory.CreateDirectory(Path.Combine(folder, "Legacy"));
        await File.WriteAllTextAsync(Path.Combine(folder, "Legacy", "Old.cs"), Store);
        await File.WriteAllTextAsync(
            Path.Combine(folder, ".editorconfig"), "[Legacy/**.cs]\ndotnet_diagnostic.TT0001.severity = none\n");
        var (exit, output) = await Shell.Dotnet(folder, "build");
        Assert.True(exit == 0, output);
    }
}
