namespace TimeTracker.SyncServer.Verbs;

/// <summary>What the program ends with.</summary>
internal enum ExitCode
{
    /// <summary>What was asked for is done.</summary>
    Done = 0,

    /// <summary>It was not done; why stands on standard error.</summary>
    Failed = 1,

    /// <summary>The command line asks for nothing that there is.</summary>
    Usage = 2,
}
