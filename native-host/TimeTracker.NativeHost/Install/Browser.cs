namespace TimeTracker.NativeHost.Install;

/// <summary>A browser, and where it looks for hosts.</summary>
/// <param name="Name">As it calls itself.</param>
/// <param name="Kind">Which manifest it reads.</param>
/// <param name="Linux">Below ~/.config, or below the home folder for Firefox and its kin.</param>
/// <param name="Mac">Below ~/Library/Application Support.</param>
/// <param name="Windows">Below HKCU\Software; some share another's.</param>
internal sealed record Browser(string Name, BrowserKind Kind, string Linux, string Mac, string Windows)
{
    /// <summary>Where it looks on Linux for all users; null where that is not known.</summary>
    internal string? LinuxSystem { get; init; }

    /// <summary>Where it looks on macOS for all users; null where that is not known.</summary>
    internal string? MacSystem { get; init; }

    /// <summary>Further folders of its own on Linux, below the home folder: whoever has one has this browser.</summary>
    internal string[] LinuxProfiles { get; init; } = [];

    /// <summary>The same on macOS, below ~/Library/Application Support.</summary>
    internal string[] MacProfiles { get; init; } = [];

    /// <summary>Its folders below the home folder where it came as a Snap or a Flatpak: such a browser cannot start a
    /// program of the machine itself.</summary>
    internal string[] Sandboxes { get; init; } = [];
}
