namespace TimeTracker.MutationLedger.Checking;

/// <summary>What the ledger can name.</summary>
internal interface IProduct
{
    /// <summary>All parts of all schemas.</summary>
    IReadOnlyCollection<string> SchemaParts { get; }

    /// <summary>The analyzers' rules that are errors in this repository's build.</summary>
    IReadOnlyCollection<string> Rules { get; }

    /// <summary>What a file says, by its path from the repository's root; null where it is gone.</summary>
    string? Text(string file);

    /// <summary>Whether there is such a folder.</summary>
    bool HasFolder(string folder);

    /// <summary>Whether there is such a test, or class of tests, by its full name.</summary>
    bool HasTest(string name);
}
