namespace TimeTracker.Shell;

/// <summary>What the program's end says; `exit N` in a script says N instead.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int Failure = 1;

    /// <summary>EX_USAGE, as pwsh answers a command line that it cannot read.</summary>
    public const int Usage = 64;

    /// <summary>128 + SIGINT: the command was stopped with Ctrl-C.</summary>
    public const int Stopped = 130;
}
