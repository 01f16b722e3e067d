using System.Runtime.Versioning;
using Microsoft.Win32;

namespace TimeTracker.NativeHost.Install;

/// <summary>The registry itself. A key's first part is HKCU or HKLM.</summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsRegistry : IRegistry
{
    string? IRegistry.Read(string key)
    {
        var (hive, name) = Split(key);
        using var found = hive.OpenSubKey(name);
        return found?.GetValue(null) as string;
    }

    void IRegistry.Write(string key, string value)
    {
        var (hive, name) = Split(key);
        using var made = hive.CreateSubKey(name);
        made.SetValue(null, value);
    }

    void IRegistry.Delete(string key)
    {
        var (hive, name) = Split(key);
        hive.DeleteSubKey(name, throwOnMissingSubKey: false);
    }

    private static (RegistryKey Hive, string Name) Split(string key) => key.Split('\\', 2) switch
    {
        ["HKCU", var name] => (Registry.CurrentUser, name),
        ["HKLM", var name] => (Registry.LocalMachine, name),
        _ => throw new ArgumentException("a key begins with HKCU or HKLM", nameof(key)),
    };
}
