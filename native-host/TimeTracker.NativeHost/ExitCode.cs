namespace TimeTracker.NativeHost;

/// <summary>What the program ends with.</summary>
internal enum ExitCode
{
    /// <summary>What was asked for is done; the browser closed the connection.</summary>
    Done = 0,

    /// <summary>It was not done, or doctor found something; of a connection: it broke within a frame.</summary>
    Failed = 1,

    /// <summary>The command line asks for nothing that there is, or comes from another extension.</summary>
    Usage = 2,
}
