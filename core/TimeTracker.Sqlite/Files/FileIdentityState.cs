namespace TimeTracker.Sqlite.Files;

/// <summary>What a look at a path told.</summary>
internal enum FileIdentityState
{
    /// <summary>This system has no way to tell; every comparison is skipped.</summary>
    Unknown,

    /// <summary>The path names no file.</summary>
    Missing,

    /// <summary>The path names this file.</summary>
    Known,
}
