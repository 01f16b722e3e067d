namespace TimeTracker.NativeHost;

/// <summary>Who started this program, by its arguments. Pure.</summary>
internal abstract record Caller
{
    private const string ChromiumScheme = "chrome-extension://";

    private Caller()
    {
    }

    /// <summary>A person at a terminal.</summary>
    internal sealed record Person : Caller;

    /// <summary>A browser, for our extension.</summary>
    internal sealed record Extension : Caller;

    /// <summary>A browser, for somebody else's.</summary>
    internal sealed record Stranger(string Origin) : Caller;

    /// <summary>
    /// Chromium gives the origin first (and on Windows a window's handle behind it), Firefox the manifest's path and the
    /// extension's id. A browser checks its manifest itself; this is asked once more since anyone can edit that file.
    /// </summary>
    internal static Caller Of(IReadOnlyList<string> arguments) => arguments switch
    {
        [var origin, ..] when origin.StartsWith(ChromiumScheme, StringComparison.Ordinal) =>
            Judge(origin, $"{ChromiumScheme}{ExtensionIds.Chromium}/"),
        [var manifest, var id] when manifest.EndsWith($"{ExtensionIds.HostName}.json", StringComparison.Ordinal)
            || id.Contains('@', StringComparison.Ordinal) => Judge(id, ExtensionIds.Firefox),
        _ => new Person(),
    };

    private static Caller Judge(string origin, string allowed) =>
        origin == allowed ? new Extension() : new Stranger(origin);
}
