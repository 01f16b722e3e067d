namespace TimeTracker.Analyzers.Internals;

/// <summary>What the flow says about one command.</summary>
internal enum Verdict
{
    /// <summary>A transaction covers it, or a contract promises one.</summary>
    InTransaction,

    /// <summary>A transaction is open on its connection, and the command does not name it.</summary>
    NotEnlisted,

    /// <summary>The connection is the caller's.</summary>
    CallerSupplied,

    /// <summary>Its connection is of unknown make.</summary>
    Silent,

    /// <summary>No transaction covers it on some path.</summary>
    Unprotected,
}
