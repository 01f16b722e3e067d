using System.Reflection;
using System.Runtime.Loader;

namespace TimeTracker.MutationLedger.Testing;

/// <summary>A built test assembly with all that it needs, apart from this program's own.</summary>
internal sealed class TestAssembly : AssemblyLoadContext
{
    private readonly AssemblyDependencyResolver _resolver;
    private readonly Assembly _assembly;

    internal TestAssembly(string path)
        : base(Path.GetFileNameWithoutExtension(path))
    {
        _resolver = new AssemblyDependencyResolver(path);
        _assembly = LoadFromAssemblyPath(path);
    }

    /// <summary>The cases of a test, or of all tests of a class, by its full name; none where there is none.</summary>
    internal IReadOnlyList<TestCase> Cases(string name)
    {
        if (_assembly.GetType(name) is { } all)
        {
            return [.. all.GetMethods().SelectMany(method => TestCase.Of(all, method))];
        }

        var dot = name.LastIndexOf('.');
        return _assembly.GetType(name[..dot]) is { } type && type.GetMethod(name[(dot + 1)..]) is { } test
            ? TestCase.Of(type, test)
            : [];
    }

    protected override Assembly? Load(AssemblyName assemblyName) =>
        _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
