using System.Management.Automation;

namespace TimeTracker.PowerShell.Tests;

public sealed class ModuleTests : IDisposable
{
    private readonly Engine _engine = new(import: false);

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void TheManifest_IsValid()
    {
        var manifest = Assert.Single(_engine.Run($"Test-ModuleManifest '{Engine.Manifest}'"));
        Assert.Equal(new Version(7, 6), ((PSModuleInfo)manifest.BaseObject).PowerShellVersion);
    }

    [Fact]
    public void Import_AfterRemove_Works()
    {
        _engine.Run($"Import-Module '{Engine.Manifest}'; Start-TtTimer 'Plan'; Remove-Module TimeTracker");
        Assert.Empty(_engine.Run("Get-Module TimeTracker"));
        var timer = _engine.Run($"Import-Module '{Engine.Manifest}'; Get-TtTimer");
        Assert.Equal("Plan", timer[0].Properties["Description"].Value);
    }

    [Fact]
    public void TheModule_IsFoundThroughPSModulePath()
    {
        var output = Path.GetDirectoryName(Path.GetDirectoryName(Engine.Manifest));
        var timer = _engine.Run($"$env:PSModulePath = '{output}'; Get-TtTimer");
        Assert.Equal("Idle", timer[0].Properties["State"].Value.ToString());
    }

    [Fact]
    public void TheModulesLibraries_StayInALoadContextOfTheirOwn()
    {
        _engine.Run($"Import-Module '{Engine.Manifest}'; Start-TtTimer 'Plan'");
        var inDefault = System.Runtime.Loader.AssemblyLoadContext.Default.Assemblies
            .Select(assembly => assembly.GetName().Name).ToArray();
        Assert.DoesNotContain("TimeTracker.Core", inDefault);
        Assert.DoesNotContain("Microsoft.Data.Sqlite", inDefault);
    }

    [Fact]
    public void ManyRunspacesOfOneProcess_ShareOneStore_WhichOutlivesTheModuleInEachButTheLast()
    {
        _engine.Run($"Import-Module '{Engine.Manifest}'");
        var running = Enumerable.Range(0, 8).AsParallel().Select(i =>
        {
            using var runspace = Engine.NewRunspace();
            using var shell = System.Management.Automation.PowerShell.Create(runspace);
            shell.AddScript($"Start-TtTimer 'Task {i}' -ErrorAction SilentlyContinue; Remove-Module TimeTracker").Invoke();
            return shell.HadErrors ? 0 : 1;
        }).Sum();
        Assert.Equal(1, running);
        Assert.Single(_engine.Run("Get-TtEntry"));
    }
}
