namespace TimeTracker.NativeHost.Install;

/// <summary>Where a browser looks for this program's manifest.</summary>
/// <param name="Browser">Its name, or the names of those that share the place.</param>
/// <param name="Kind">Which manifest it reads.</param>
/// <param name="File">The manifest.</param>
/// <param name="RegistryKey">What names the file on Windows; null elsewhere.</param>
internal sealed record ManifestPlace(string Browser, BrowserKind Kind, string File, string? RegistryKey = null);
