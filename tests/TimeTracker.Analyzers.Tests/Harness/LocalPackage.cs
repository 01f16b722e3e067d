using System.Reflection;

namespace TimeTracker.Analyzers.Tests.Harness;

/// <summary>The package, packed once into a folder of its own, and projects that take it from there.</summary>
public sealed class LocalPackage : IAsyncLifetime
{
    // A version that no package cache has seen, so that no stale package is taken.
    private readonly string _version = "0.0.0-test." + Guid.NewGuid().ToString("N");

    public static string Repository { get; } = typeof(LocalPackage).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().First(at => at.Key == "RepositoryRoot").Value!;

    public string Folder { get; } = Directory.CreateTempSubdirectory("timetracker-package-").FullName;

    public async Task InitializeAsync()
    {
        var (exit, output) = await Shell.Dotnet(
            Repository, "pack", "analyzers/TimeTracker.Analyzers.Package", "-o", Folder,
                "-p:PackageVersion=" + _version);
        Assert.True(exit == 0, output);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>A project outside of this repository, with one source file.</summary>
    public string Project(string name, string framework, string source, string properties = "", string packages = "")
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, name)).FullName;
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources><add key="local" value="{Folder}" /></packageSources>
              <config><add key="globalPackagesFolder" value="{Path.Combine(Folder, "packages")}" /></config>
            </configuration>
            """);
        File.WriteAllText(Path.Combine(folder, name + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>{framework}</TargetFramework>
                <ErrorLog>$(MSBuildProjectName).sarif,version=2.1</ErrorLog>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="TimeTracker.Analyzers" Version="{_version}" PrivateAssets="all" />
                {packages}
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Store.cs"), source);
        return folder;
    }
}
