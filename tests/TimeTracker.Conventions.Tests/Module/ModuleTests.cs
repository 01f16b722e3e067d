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
