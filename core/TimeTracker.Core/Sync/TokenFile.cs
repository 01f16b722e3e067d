using System.Security.Cryptography;
using System.Text;

namespace TimeTracker.Core.Sync;

/// <summary>
/// Keeps the token that lets this device in at its server: on Windows encrypted for the user who is logged on, elsewhere
/// in a file that only its owner can read. It is in no log and in no backup of the store.
/// </summary>
internal sealed class TokenFile(string folder)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _path = Path.Combine(folder, "sync-token");

    /// <summary>The token; null where there is none, or none that this user can read.</summary>
    internal string? Read()
    {
        try
        {
            return Encoding.UTF8.GetString(Unsealed(File.ReadAllBytes(_path)));
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException or CryptographicException)
        {
            // Without a token the server lets nobody in, and says so.
            return null;
        }
    }

    /// <summary>Writes the token beside the old one and puts it in its place, so that at no moment there is half of one.</summary>
    /// <exception cref="IOException">The data folder cannot be written.</exception>
    internal void Write(string token)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.WriteThrough,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        var fresh = _path + ".new";
        File.Delete(fresh);
        using (var stream = new FileStream(fresh, options))
        {
            stream.Write(Sealed(Encoding.UTF8.GetBytes(token)));
        }

        File.Move(fresh, _path, overwrite: true);
    }

    internal void Delete() => File.Delete(_path);

    private static byte[] Sealed(byte[] bytes) => OperatingSystem.IsWindows()
        ? ProtectedData.Protect(bytes, null, DataProtectionScope.CurrentUser)
        : bytes;

    private static byte[] Unsealed(byte[] bytes) => OperatingSystem.IsWindows()
        ? ProtectedData.Unprotect(bytes, null, DataProtectionScope.CurrentUser)
        : bytes;
}
