namespace TimeTracker.MutationLedger.Guards;

/// <summary>A mutant that changes nothing that anyone could observe.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Mutant">Its name; of code, "file:line:column mutator".</param>
/// <param name="Reason">Why nothing changes.</param>
internal sealed record Equivalent(MutantKind Kind, string Mutant, string Reason);
