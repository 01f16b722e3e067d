namespace TimeTracker.TestKit;

/// <summary>What a test may need and not every machine has.</summary>
[Flags]
public enum Requirement
{
    None = 0,
    Linux = 1,
    Root = 2,
    Strace = 4,
    Setpriv = 8,
    Mount = 16,
    Sqlite3 = 32,
    TimeNamespace = 1024,
    Faketime = 2048,
    PostgreSql = 4096,
    Chromium = 8192,
    Firefox = 16384,
    Npm = 32768,
}
