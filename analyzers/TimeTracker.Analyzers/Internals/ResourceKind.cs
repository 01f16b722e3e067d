namespace TimeTracker.Analyzers.Internals;

/// <summary>Where a connection comes from decides who can hold its transaction.</summary>
internal enum ResourceKind
{
    /// <summary>A wrapper of unknown make: nothing is said about it.</summary>
    Unknown,

    /// <summary>Opened in this method.</summary>
    Own,

    /// <summary>A member of the same object.</summary>
    Member,

    /// <summary>A parameter: the caller may hold a transaction.</summary>
    CallerSupplied,

    /// <summary>Reached through something that holds a transaction.</summary>
    HeldTransaction,
}
