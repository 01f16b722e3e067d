namespace TimeTracker.MutationLedger.Guards;

/// <summary>What upholds an invariant, and could be taken away.</summary>
internal sealed record Guard
{
    /// <summary>How it is taken away.</summary>
    public required MutantKind Kind { get; init; }

    /// <summary>"client: entry.end_utc CHECK", "synchronous=FULL", "LeaseToken", "TT0001", "Decider.Decide".</summary>
    public required string Name { get; init; }

    /// <summary>The invariants that it upholds.</summary>
    public required IReadOnlyList<string> Invariants { get; init; }

    /// <summary>The tests that must notice: full names of methods, or of classes.</summary>
    public IReadOnlyList<string> Tests { get; init; } = [];

    /// <summary>The file that holds it, from the repository's root; null where the name tells.</summary>
    public string? File { get; init; }

    /// <summary>What of the file upholds the invariant where it is more, or other, than the name says.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>A setting's mutants: what stands in the file, and what stands there instead.</summary>
    public IReadOnlyList<Replacement> Replacements { get; init; } = [];

    /// <summary>The types and members whose every mutant must be noticed.</summary>
    internal IReadOnlyList<string> Upholding => Members.Count > 0 ? Members : [Name];

    /// <summary>A folder that is not there yet; until then the guard is counted as pending.</summary>
    public string? Awaits { get; init; }
}
