using System.Management.Automation;

namespace TimeTracker.PowerShell;

/// <summary>Closes the stores when the module is removed, or the process ends in order.</summary>
public sealed class ModuleLife : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnImport() => AppDomain.CurrentDomain.ProcessExit += CloseAll;

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        AppDomain.CurrentDomain.ProcessExit -= CloseAll;
        TrackerSession.CloseAll();
    }

    private static void CloseAll(object? sender, EventArgs e) => TrackerSession.CloseAll();
}
