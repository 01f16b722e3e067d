namespace TimeTracker.NativeHost.Terminal;

/// <summary>What a command line asks for.</summary>
internal abstract record Verb
{
    private Verb()
    {
    }

    /// <summary>To tell browsers of this program.</summary>
    /// <param name="Browser">The only one; null for each that this user has.</param>
    /// <param name="ForAll">For every user of the machine.</param>
    /// <param name="Service">Whether the operating system is told as well, so that it runs without a browser.</param>
    internal sealed record Install(string? Browser, bool ForAll, bool Service) : Verb;

    /// <summary>To take back what install did.</summary>
    internal sealed record Uninstall(string? Browser, bool ForAll) : Verb;

    /// <summary>To look for what keeps browsers from starting this program.</summary>
    internal sealed record Doctor : Verb;

    /// <summary>To say what runs and what is installed.</summary>
    internal sealed record Status : Verb;

    /// <summary>To watch and sync without a browser.</summary>
    internal sealed record Run : Verb;

    /// <summary>To say what there is.</summary>
    internal sealed record Help : Verb;

    /// <summary>Nothing that this program knows.</summary>
    internal sealed record Unknown(string Reason) : Verb;
}
