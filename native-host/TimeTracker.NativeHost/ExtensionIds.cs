namespace TimeTracker.NativeHost;

/// <summary>
/// The names under which browser, extension and host find each other. They stay for ever: another key is another
/// extension.
/// </summary>
internal static class ExtensionIds
{
    /// <summary>What the extension connects to, and the name of the manifest's file.</summary>
    internal const string HostName = "timetracker.host";

    /// <summary>The extension's public key (DER, base64), the <c>key</c> of its manifest: Chromium derives the id from
    /// it. Nobody has the private one; a store that publishes the extension signs with a key of its own.</summary>
    internal const string PublicKey =
        "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA0IqfhvJDDrY5HmXLDLRosAHZyaGhJzUSKzGOz8eCM/8i3WZg/EWgN03A1uST4Pu1"
        + "CWMAWEiOqX0nhyKKIhnnX4XC+mlgZeMmfqqzaGWkxAnIXTPa9uQUIaW5VG+mA4cnR/ijHgc+zwMa5X+Gnw2TZf7jacKH7NATIXgjSbJoNEaL"
        + "se4AeuuL0mcYE5jADLm6OrWEiAovmXoqvUgA4nSE8imo6Lz/DrIVP4CSTUvTN9/XVMB1wc00TUMgJ/E8Eeifpn8sLc1HBSIcvExkVrzlwChG"
        + "hzSMgPe4LzL7S7juSGeU2hZQa2pP9ON5k0p3FNMU+yWK+Vg2P7oGaXSAocZU7wIDAQAB";

    /// <summary>The first 32 hexadecimal digits of the key's SHA-256, as the letters a to p.</summary>
    internal const string Chromium = "mklboilbebfdbgclkecnklbdeljbhfgk";

    /// <summary>The extension's id in Firefox and its kin (browser_specific_settings.gecko.id).</summary>
    internal const string Firefox = "timetracker@timetracker.host";
}
