using TimeTracker.TestKit;

namespace TimeTracker.PowerShell.Tests.Isolation;

public sealed class IsolationTests : IDisposable
{
    private const string SerilogsByContext =
        """
        [System.Runtime.Loader.AssemblyLoadContext]::All | ForEach-Object {
            $context = $_.Name
            $_.Assemblies | ForEach-Object { $_.GetName() } | Where-Object Name -eq Serilog |
                ForEach-Object { "$context $($_.Version.Major)" }
        }
        """;

    private readonly ShellCopy _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void AHostWithAnotherSerilog_KeepsItsOwn_AndSoDoWe()
    {
        var other = Path.Combine(_shell.Folder, "Other", "Serilog.dll");
        Directory.CreateDirectory(Path.GetDirectoryName(other)!);
        EmittedAssemblies.WriteOtherVersion(
            Path.Combine(_shell.Library, "Serilog.dll"), other, new Version(99, 0, 0, 0));

        var run = _shell.Run(
            $"""
            $null = [System.Reflection.Assembly]::LoadFrom('{other}')
            Start-TtTimer 'Plan'
            (Get-TtTimer).Description
            {SerilogsByContext}
            """);

        Assert.Equal(["Plan", "Default 99", "TimeTracker 4"], Lines(run));
    }

    [Fact]
    public void CmdletsThatShowTypesOfTheLibraries_AreImported()
    {
        UseSample();
        var line = Assert.Single(Lines(_shell.Run(EmittedAssemblies.Cmdlet)));
        Assert.StartsWith("Serilog, Version=4.", line, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutTheLoader_SuchCmdletsAreNotImported()
    {
        UseSample();
        var manifest = Path.Combine(_shell.Module, "TimeTracker.psd1");
        var text = File.ReadAllText(manifest);
        File.WriteAllText(manifest, text.Replace("'TimeTracker.Loader.dll'", string.Empty, StringComparison.Ordinal));
        Assert.NotEqual(0, _shell.Run(EmittedAssemblies.Cmdlet).ExitCode);
    }

    [Fact]
    public void Import_AfterRemove_Works()
    {
        UseSample();
        var run = _shell.Run(
            $"""
            Remove-Module TimeTracker
            $null -eq (Get-Module TimeTracker)
            Import-Module '{_shell.Module}'
            ({EmittedAssemblies.Cmdlet}).StartsWith('Serilog, Version=4.')
            """);
        Assert.Equal(["True", "True"], Lines(run));
    }

    [Fact]
    public void AModuleThatDidNothing_IsRemovedInSilence() =>
        Assert.Equal(["True"], Lines(_shell.Run("Remove-Module TimeTracker; $null -eq (Get-Module TimeTracker)")));

    [Fact]
    public void ARemovedModule_AnswersForItsLibrariesNoLonger()
    {
        const string Load =
            "try { [System.Reflection.Assembly]::Load('TimeTracker.Domain').GetName().Name } catch { 'none' }";
        Assert.Equal(["TimeTracker.Domain"], Lines(_shell.Run(Load)));
        Assert.Equal(["none"], Lines(_shell.Run($"Remove-Module TimeTracker; {Load}")));
    }

    private static string[] Lines(ChildProcess run)
    {
        Assert.True(run is { ExitCode: 0, Errors: "" }, run.ToString());
        return run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private void UseSample()
    {
        EmittedAssemblies.WriteLibraryAndCmdlets(
            Path.Combine(_shell.Library, "TimeTracker.Core.dll"),
            Path.Combine(_shell.Module, "TimeTracker.PowerShell.dll"));
        _shell.Export(EmittedAssemblies.Cmdlet);
    }
}
