using System.Management.Automation;

namespace TimeTracker.PowerShell;

/// <summary>Closes the stores when the last runspace removes the module, or the process ends in order.</summary>
public sealed class ModuleLife : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    // Null until a store was opened. A module that did nothing has loaded no library, and when it is removed the loader
    // may be gone already: closing must not be what loads them.
    private static Action? _closeStores;

    // The stores belong to the process, the module to a runspace: another runspace may be in the middle of a command.
    private static int _imports;

    /// <inheritdoc/>
    public void OnImport()
    {
        Interlocked.Increment(ref _imports);
        AppDomain.CurrentDomain.ProcessExit += CloseStores;
    }

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        AppDomain.CurrentDomain.ProcessExit -= CloseStores;
        if (Interlocked.Decrement(ref _imports) == 0)
        {
            _closeStores?.Invoke();
        }
    }

    internal static void CloseWith(Action closeStores) => _closeStores = closeStores;

    private static void CloseStores(object? sender, EventArgs e) => _closeStores?.Invoke();
}
