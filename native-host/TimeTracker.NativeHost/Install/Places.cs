namespace TimeTracker.NativeHost.Install;

/// <summary>Where the manifests go. Looks at which folders there are, and changes nothing.</summary>
internal static class Places
{
    /// <summary>The places of all browsers that this user has; for all users, of all that have such a place.</summary>
    internal static IReadOnlyList<ManifestPlace> Of(Surroundings surroundings, bool forAll) => Distinct(
        Browsers.All.Where(browser => forAll || IsThere(surroundings, browser)).Select(browser => Of(surroundings, browser, forAll)));

    /// <summary>The place of one browser, there or not; null where it has none for all users.</summary>
    internal static ManifestPlace? Of(Surroundings surroundings, Browser browser, bool forAll)
    {
        switch (surroundings.Platform)
        {
            case Platform.Windows:
                var file = Path.Combine(
                    surroundings.ProgramFolder(forAll), $"{ExtensionIds.HostName}.{browser.Kind.ToString().ToLowerInvariant()}.json");
                var key = $@"{(forAll ? "HKLM" : "HKCU")}\Software\{browser.Windows}\{ExtensionIds.HostName}";
                return new(browser.Name, browser.Kind, file, key);
            case Platform.Mac:
                return In(browser, forAll ? browser.MacSystem : Path.Combine(surroundings.MacSupport, browser.Mac));
            default:
                return In(browser, forAll ? browser.LinuxSystem : Path.Combine(LinuxRoot(surroundings, browser), browser.Linux));
        }
    }

    /// <summary>Whether this user has the browser: it has made a folder of its own. On Windows a key too many does no
    /// harm, and none is looked for.</summary>
    private static bool IsThere(Surroundings surroundings, Browser browser) => surroundings.Platform switch
    {
        Platform.Windows => true,
        Platform.Mac => AnyExists(surroundings.MacSupport, [Path.GetDirectoryName(browser.Mac)!, .. browser.MacProfiles]),
        _ => AnyExists(LinuxRoot(surroundings, browser), [Path.GetDirectoryName(browser.Linux)!])
            || AnyExists(surroundings.Home, browser.LinuxProfiles),
    };

    private static string LinuxRoot(Surroundings surroundings, Browser browser) =>
        browser.Kind == BrowserKind.Chromium ? surroundings.Config : surroundings.Home;

    private static bool AnyExists(string root, IEnumerable<string> folders) =>
        folders.Any(folder => Directory.Exists(Path.Combine(root, folder)));

    private static ManifestPlace? In(Browser browser, string? folder) =>
        folder is null ? null : new(browser.Name, browser.Kind, Path.Combine(folder, HostManifest.FileName));

    private static IReadOnlyList<ManifestPlace> Distinct(IEnumerable<ManifestPlace?> places) =>
    [
        .. places.OfType<ManifestPlace>()
            .GroupBy(place => (place.File, place.RegistryKey))
            .Select(same => same.First() with { Browser = string.Join(", ", same.Select(place => place.Browser)) }),
    ];
}
