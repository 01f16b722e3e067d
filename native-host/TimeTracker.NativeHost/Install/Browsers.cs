namespace TimeTracker.NativeHost.Install;

/// <summary>The browsers that this program knows.</summary>
internal static class Browsers
{
    internal static IReadOnlyList<Browser> All { get; } =
    [
        new("Chrome", BrowserKind.Chromium,
            "google-chrome/NativeMessagingHosts", "Google/Chrome/NativeMessagingHosts", @"Google\Chrome\NativeMessagingHosts")
        {
            LinuxSystem = "/etc/opt/chrome/native-messaging-hosts",
            MacSystem = "/Library/Google/Chrome/NativeMessagingHosts",
            Sandboxes = [".var/app/com.google.Chrome"],
        },
        new("Chromium", BrowserKind.Chromium,
            "chromium/NativeMessagingHosts", "Chromium/NativeMessagingHosts", @"Chromium\NativeMessagingHosts")
        {
            LinuxSystem = "/etc/chromium/native-messaging-hosts",
            MacSystem = "/Library/Application Support/Chromium/NativeMessagingHosts",
            Sandboxes = ["snap/chromium", ".var/app/org.chromium.Chromium"],
        },
        new("Edge", BrowserKind.Chromium,
            "microsoft-edge/NativeMessagingHosts", "Microsoft Edge/NativeMessagingHosts", @"Microsoft\Edge\NativeMessagingHosts")
        {
            LinuxSystem = "/etc/opt/edge/native-messaging-hosts",
            MacSystem = "/Library/Microsoft/Edge/NativeMessagingHosts",
            Sandboxes = [".var/app/com.microsoft.Edge"],
        },
        new("Brave", BrowserKind.Chromium,
            "BraveSoftware/Brave-Browser/NativeMessagingHosts", "BraveSoftware/Brave-Browser/NativeMessagingHosts",
            @"Google\Chrome\NativeMessagingHosts")
        {
            Sandboxes = ["snap/brave", ".var/app/com.brave.Browser"],
        },
        new("Vivaldi", BrowserKind.Chromium,
            "vivaldi/NativeMessagingHosts", "Vivaldi/NativeMessagingHosts", @"Google\Chrome\NativeMessagingHosts")
        {
            Sandboxes = [".var/app/com.vivaldi.Vivaldi"],
        },
        new("Opera", BrowserKind.Chromium,
            "opera/NativeMessagingHosts", "com.operasoftware.Opera/NativeMessagingHosts", @"Google\Chrome\NativeMessagingHosts")
        {
            Sandboxes = ["snap/opera", ".var/app/com.opera.Opera"],
        },
        new("Firefox", BrowserKind.Firefox,
            ".mozilla/native-messaging-hosts", "Mozilla/NativeMessagingHosts", @"Mozilla\NativeMessagingHosts")
        {
            LinuxSystem = "/usr/lib/mozilla/native-messaging-hosts",
            MacSystem = "/Library/Application Support/Mozilla/NativeMessagingHosts",
            LinuxProfiles = [".config/mozilla"],
            MacProfiles = ["Firefox"],
            Sandboxes = ["snap/firefox", ".var/app/org.mozilla.firefox"],
        },
        new("LibreWolf", BrowserKind.Firefox,
            ".librewolf/native-messaging-hosts", "LibreWolf/NativeMessagingHosts", @"Mozilla\NativeMessagingHosts")
        {
            MacProfiles = ["librewolf"],
            Sandboxes = [".var/app/io.gitlab.librewolf-community"],
        },
    ];

    /// <summary>By its name in any case; null where there is none.</summary>
    internal static Browser? Find(string name) =>
        All.FirstOrDefault(browser => browser.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
