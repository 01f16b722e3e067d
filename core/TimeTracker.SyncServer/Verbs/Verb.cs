namespace TimeTracker.SyncServer.Verbs;

/// <summary>What a command line asks for.</summary>
internal abstract record Verb
{
    private Verb()
    {
    }

    /// <summary>To serve, which is what no verb at all means.</summary>
    /// <param name="Arguments">The configuration's arguments.</param>
    internal sealed record Serve(IReadOnlyList<string> Arguments) : Verb;

    /// <summary>To add a user.</summary>
    internal sealed record AddUser(string Name) : Verb;

    /// <summary>To list the users.</summary>
    internal sealed record ListUsers : Verb;

    /// <summary>To delete a user with all that is theirs, if that was confirmed.</summary>
    internal sealed record DeleteUser(string Name, bool IsConfirmed) : Verb;

    /// <summary>To make a one-time code for a user.</summary>
    internal sealed record MakeCode(string Name) : Verb;

    /// <summary>To copy the embedded store to a new file.</summary>
    internal sealed record BackUp(string Path) : Verb;

    /// <summary>To say what there is.</summary>
    internal sealed record Help : Verb;

    /// <summary>Nothing that this program knows.</summary>
    internal sealed record Unknown(string Reason) : Verb;
}
