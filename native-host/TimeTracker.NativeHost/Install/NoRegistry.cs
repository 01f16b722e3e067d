namespace TimeTracker.NativeHost.Install;

/// <summary>Where there is no registry, nothing is asked of it.</summary>
internal sealed class NoRegistry : IRegistry
{
    string? IRegistry.Read(string key) => throw new PlatformNotSupportedException(key);

    void IRegistry.Write(string key, string value) => throw new PlatformNotSupportedException(key);

    void IRegistry.Delete(string key) => throw new PlatformNotSupportedException(key);
}
