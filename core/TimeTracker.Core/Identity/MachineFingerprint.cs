using System.Text;

namespace TimeTracker.Core.Identity;

/// <summary>
/// Tells this machine from others, without naming it: a hash of the id that the operating system was given when it was
/// installed. Two clones of one virtual machine share it; of those the server tells one from the other.
/// </summary>
internal static class MachineFingerprint
{
    private const int Characters = 32;

    // As systemd asks of whoever uses the id: hashed with a key of its own, so that it identifies nobody elsewhere.
    private static readonly byte[] Key = "TimeTracker store home"u8.ToArray();

    private static readonly string[] LinuxPaths = ["/etc/machine-id", "/var/lib/dbus/machine-id"];

    internal static string Read() =>
        Convert.ToHexStringLower(KeyedHash.Of(Key, Encoding.UTF8.GetBytes(InstallationId())))[..Characters];

    private static string InstallationId()
    {
        var id = OperatingSystem.IsWindows() ? FromRegistry() : LinuxPaths.Select(FromFile).FirstOrDefault(text => text is not null);
        return id ?? Environment.MachineName;
    }

    private static string? FromFile(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim() is { Length: > 0 } text ? text : null;
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            // macOS, a container, or an old system: the machine's name has to do.
            return null;
        }
    }

    [System.Runtime.Versioning.SupportedOSPlatform("windows")]
    private static string? FromRegistry() => Microsoft.Win32.Registry.GetValue(
        @"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Cryptography", "MachineGuid", null) as string;
}
