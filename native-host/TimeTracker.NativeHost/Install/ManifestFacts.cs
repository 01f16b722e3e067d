namespace TimeTracker.NativeHost.Install;

/// <summary>What a place holds.</summary>
/// <param name="Text">The manifest; null where there is none.</param>
/// <param name="Denied">Why it cannot be read; null where it can.</param>
/// <param name="IsRegistered">Whether Windows's registry names the file; true where there is no registry.</param>
internal sealed record ManifestFacts(string? Text, string? Denied, bool IsRegistered)
{
    internal static ManifestFacts Read(ManifestPlace place, IRegistry registry)
    {
        var isRegistered = place.RegistryKey is not { } key || registry.Read(key) == place.File;
        try
        {
            return new(File.Exists(place.File) ? File.ReadAllText(place.File) : null, null, isRegistered);
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            return new(null, denied.Message, isRegistered);
        }
    }
}
