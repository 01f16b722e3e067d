using System.Management.Automation;
using System.Reflection;
using System.Runtime.Loader;

namespace TimeTracker.Loader;

/// <summary>
/// Resolves the assemblies that the cmdlets are compiled against. It is an assembly of its own, loaded before them:
/// PowerShell reflects over the cmdlets' types before anything in their assembly can run.
/// </summary>
public sealed class LoaderModule : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private static readonly string Library =
        Path.Combine(Path.GetDirectoryName(typeof(LoaderModule).Assembly.Location)!, "lib");

    // The cmdlets are bound to its assemblies for the life of the process, so that a second import finds the same ones.
    private static readonly TrackerLoadContext Context = new(Path.Combine(Library, "TimeTracker.Core.dll"));

    /// <inheritdoc/>
    public void OnImport() => AssemblyLoadContext.Default.Resolving += Resolve;

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) => AssemblyLoadContext.Default.Resolving -= Resolve;

    /// <summary>Only what is ours: the dependencies are nobody's business outside.</summary>
    private static Assembly? Resolve(AssemblyLoadContext asking, AssemblyName name) =>
        name.Name is "TimeTracker.Core" or "TimeTracker.Domain" ? Context.LoadFromAssemblyName(name) : null;
}
