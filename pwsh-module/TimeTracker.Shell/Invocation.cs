namespace TimeTracker.Shell;

/// <summary>What the command line asks for.</summary>
internal abstract record Invocation
{
    private Invocation()
    {
    }

    public sealed record Interactive : Invocation;

    public sealed record Help : Invocation;

    public sealed record Command(string Text) : Invocation;

    public sealed record File(string Path, IReadOnlyList<string> Arguments) : Invocation;

    public sealed record BadUsage(string Reason) : Invocation;
}
