using System.Reflection;
using System.Runtime.Loader;

namespace TimeTracker.Loader;

/// <summary>
/// Holds TimeTracker's libraries and all they depend on, apart from the host's: another version of a library that the
/// host has loaded does not reach them, nor theirs the host.
/// </summary>
internal sealed class TrackerLoadContext(string mainAssembly) : AssemblyLoadContext("TimeTracker")
{
    private readonly AssemblyDependencyResolver _resolver = new(mainAssembly);

    protected override Assembly? Load(AssemblyName assemblyName) =>
        _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
