namespace TimeTracker.NativeHost.Install;

/// <summary>The two kinds of manifest; each refuses the other's.</summary>
internal enum BrowserKind
{
    /// <summary>Names who may call by allowed_origins.</summary>
    Chromium,

    /// <summary>Names who may call by allowed_extensions, and takes no key that it does not know.</summary>
    Firefox,
}
