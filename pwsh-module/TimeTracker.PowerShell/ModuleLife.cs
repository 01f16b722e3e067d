using System.Management.Automation;

namespace TimeTracker.PowerShell;

/// <summary>Closes the stores when the module is removed, or the process ends in order.</summary>
public sealed class ModuleLife : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    // Null until a store was opened. A module that did nothing has loaded no library, and when it is removed the loader
    // may be gone already: closing must not be what loads them.
    private static Action? _closeStores;

    /// <inheritdoc/>
    public void OnImport() => AppDomain.CurrentDomain.ProcessExit += CloseStores;

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        AppDomain.CurrentDomain.ProcessExit -= CloseStores;
        _closeStores?.Invoke();
    }

    internal static void CloseWith(Action closeStores) => _closeStores = closeStores;

    private static void CloseStores(object? sender, EventArgs e) => _closeStores?.Invoke();
}
