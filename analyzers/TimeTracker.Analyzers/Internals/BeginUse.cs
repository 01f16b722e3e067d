namespace TimeTracker.Analyzers.Internals;

internal enum BeginUse
{
    /// <summary>Handed on: returned, passed, stored in a member or a parameter.</summary>
    Escapes,

    /// <summary>Kept in a local variable.</summary>
    Local,

    /// <summary>A using statement or declaration disposes it.</summary>
    Using,

    /// <summary>Nobody keeps it.</summary>
    Dropped,
}
