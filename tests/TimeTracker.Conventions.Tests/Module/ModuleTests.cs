namespace TimeTracker.Conventions.Tests.Module;

public sealed class ModuleTests
{
    private static readonly string Manifest = File.ReadAllText(Path.Combine(Repository.Module, "TimeTracker.psd1"));

    private static readonly string Format =
        File.ReadAllText(Path.Combine(Repository.Module, "TimeTracker.Format.ps1xml"));

    [Fact]
    public void Cmdlets_KeepTheConventions()
    {
        Assert.NotEmpty(FrontAssembly.Cmdlets);
        Assert.Empty(FrontAssembly.Cmdlets.SelectMany(CmdletCheck.Violations));
    }

    [Fact]
    public void TheManifest_ExportsJustTheCmdletsThatThereAre() => Assert.Equal(
        FrontAssembly.Cmdlets.Select(cmdlet => cmdlet.Name).Order(StringComparer.Ordinal),
        ModuleText.ExportedCmdlets(Manifest).Order(StringComparer.Ordinal));

    [Fact]
    public void EachTypeOfOursThatACmdletWrites_HasAView() => Assert.Empty(FrontAssembly.Cmdlets
        .SelectMany(cmdlet => cmdlet.OutputTypes)
        .Where(type => type.StartsWith("TimeTracker.", StringComparison.Ordinal))
        .Except(ModuleText.TypesWithAView(Format)));

    [Fact]
    public void EachView_IsOfATypeThatThereIs() =>
        Assert.All(ModuleText.TypesWithAView(Format), type => Assert.NotNull(FrontAssembly.Instance.GetType(type)));

    [Fact]
    public void EachCmdlet_HasAFileOfItsName()
    {
        var folder = Path.Combine(Repository.Root, "pwsh-module", "TimeTracker.PowerShell", "Cmdlets");
        Assert.Equal(
            FrontAssembly.Cmdlets.Select(cmdlet => cmdlet.Class).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(folder, "*.cs")
                .Select(file => Path.GetFileNameWithoutExtension(file)!)
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ThePublicSurface_ShowsNoTypeOfTheLibraries() => Assert.Empty(FrontAssembly.Instance.GetExportedTypes()
        .SelectMany(type => PublicSurface.Showing(type, ["TimeTracker.Core", "TimeTracker.Domain"])));

    [Fact]
    public void EveryAssemblyThatTheLibraryNeeds_OnWhicheverPlatform_IsLaidOut()
    {
        var library = Path.Combine(Repository.Module, "lib");
        var needed = ModuleText.Assemblies(File.ReadAllText(Path.Combine(library, "TimeTracker.Core.deps.json")));
        Assert.Contains("System.Security.Cryptography.ProtectedData.dll", needed);
        Assert.All(needed, assembly => Assert.True(File.Exists(Path.Combine(library, assembly)), assembly));
    }

    [Fact]
    public void Assemblies_AreReadWhereTheyLie_AndNativeLibrariesAreNot() => Assert.Equal(
        ["A.dll", "runtimes/win/lib/net10.0/A.dll"],
        ModuleText.Assemblies("""
            { "targets": { "net": { "A/1": {
              "runtime": { "lib/net10.0/A.dll": {} },
              "runtimeTargets": {
                "runtimes/win/lib/net10.0/A.dll": { "assetType": "runtime" },
                "runtimes/win-x86/native/a.dll": { "assetType": "native" } } } } } }
            """));

    [Fact]
    public void ExportedCmdlets_AreReadFromTheirListAlone() => Assert.Equal(
        ["Get-TtA", "Get-TtB"],
        ModuleText.ExportedCmdlets("X = @('w')\n  CmdletsToExport = @('Get-TtA'\n 'Get-TtB')\nY = @('z')"));

    [Fact]
    public void TypesWithAView_AreReadFromTheirSelection() => Assert.Equal(
        ["A.B"],
        ModuleText.TypesWithAView("<V><Name>N</Name><ViewSelectedBy><TypeName>A.B</TypeName></ViewSelectedBy></V>"));

    [Fact]
    public void AShownType_IsFoundInEachPlace() => Assert.Equal(
        ["(base)", ".ctor", "Field", "Method", "get_Many"],
        PublicSurface.Showing(typeof(ShowingExample), ["xunit.core"])
            .Select(member => member[(nameof(ShowingExample).Length + 1)..])
            .Order(StringComparer.Ordinal)
            .ToArray());
}
