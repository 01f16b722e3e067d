namespace TimeTracker.MutationLedger.Guards;

/// <summary>How a guard is taken away.</summary>
internal enum MutantKind
{
    /// <summary>A part is dropped from a database's schema.</summary>
    Schema,

    /// <summary>A line that no mutator of code understands is replaced: a pragma, a kind of transaction.</summary>
    Setting,

    /// <summary>A part is removed from the model of the sync protocol.</summary>
    Protocol,

    /// <summary>A rule is switched off in this repository's build.</summary>
    Analyzer,

    /// <summary>Stryker changes the code.</summary>
    Code,
}
