using TimeTracker.Analyzers.Tests.Harness;

namespace TimeTracker.Analyzers.Tests;

/// <summary>What a project in this repository gets without asking for it.</summary>
[Trait("Speed", "Slow")]
public sealed class RepositoryTests
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <RestorePackagesWithLockFile>false</RestorePackagesWithLockFile>
            <RestoreLockedMode>false</RestoreLockedMode>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Microsoft.Data.Sqlite" />
          </ItemGroup>
        </Project>
        """;

    private const string Change = """
        using Microsoft.Data.Sqlite;

        namespace TimeTracker.Probe;

        internal static class Change
        {
            public static void Save(string file)
            {
                using var connection = new SqliteConnection(file);
                connection.Open();
                using var command = connection.CreateCommand();
                command.CommandText = "UPDATE entry SET description = ''";
                command.ExecuteNonQuery();
            }
        }
        """;

    [Fact]
    public async Task WriteToTheStore_OutsideATransaction_DoesNotCompile()
    {
        // Outside of the tree, so that a crashed run leaves nothing in it; the repository's own settings are imported.
        var folder = Directory.CreateTempSubdirectory("timetracker-probe-").FullName;
        try
        {
            foreach (var settings in new[] { "Directory.Build.props", "Directory.Packages.props" })
            {
                await File.WriteAllTextAsync(
                    Path.Combine(folder, settings),
                    $"<Project><Import Project=\"{Path.Combine(LocalPackage.Repository, settings)}\" /></Project>");
            }

            await File.WriteAllTextAsync(Path.Combine(folder, "TimeTracker.Probe.csproj"), Project);
            await File.WriteAllTextAsync(Path.Combine(folder, "Change.cs"), Change);
            var (exit, output) = await Shell.Dotnet(folder, "build", "-p:ArtifactsPath=" + Path.Combine(folder, "out"));
            Assert.NotEqual(0, exit);
            Assert.Contains("Change.cs(13,9): error TT0001", output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
