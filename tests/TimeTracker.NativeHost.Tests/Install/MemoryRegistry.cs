using TimeTracker.NativeHost.Install;

namespace TimeTracker.NativeHost.Tests.Install;

/// <summary>Windows's registry as far as it is used, in memory.</summary>
internal sealed class MemoryRegistry : IRegistry
{
    internal Dictionary<string, string> Keys { get; } = [];

    string? IRegistry.Read(string key) => Keys.GetValueOrDefault(key);

    void IRegistry.Write(string key, string value) => Keys[key] = value;

    void IRegistry.Delete(string key) => Keys.Remove(key);
}
