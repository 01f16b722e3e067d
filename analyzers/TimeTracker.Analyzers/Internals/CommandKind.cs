namespace TimeTracker.Analyzers.Internals;

internal enum CommandKind
{
    /// <summary>SQL text, known or not.</summary>
    Sql,

    /// <summary>A call that writes by its name: ExecuteDelete, a bulk copy, a configured method.</summary>
    Write,

    /// <summary>SaveChanges: a write that begins its own transaction where none is open.</summary>
    Save,

    /// <summary>A method that demands its caller's transaction.</summary>
    Demand,
}
