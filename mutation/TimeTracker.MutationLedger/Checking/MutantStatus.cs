namespace TimeTracker.MutationLedger.Checking;

/// <summary>What became of a mutant.</summary>
internal enum MutantStatus
{
    /// <summary>A test noticed it.</summary>
    Killed,

    /// <summary>No test that ran noticed it.</summary>
    Survived,

    /// <summary>No test runs what it changes.</summary>
    NoCoverage,

    /// <summary>It is no program, so that nothing is known of what it changes.</summary>
    NotCompiled,

    /// <summary>This machine lacks what the tests need.</summary>
    NotRun,
}
