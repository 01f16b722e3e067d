namespace TimeTracker.Analyzers.Internals;

/// <summary>Whether a command names a transaction; the greater value wins where paths meet.</summary>
internal enum Enlistment
{
    None,
    Unknown,
    Explicit,
}
