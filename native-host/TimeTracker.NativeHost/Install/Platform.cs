namespace TimeTracker.NativeHost.Install;

/// <summary>The operating systems that browsers keep their manifests on, each in its own way.</summary>
internal enum Platform
{
    /// <summary>Files below the home folder.</summary>
    Linux,

    /// <summary>Files below ~/Library/Application Support.</summary>
    Mac,

    /// <summary>Files anywhere, named by registry keys.</summary>
    Windows,
}
