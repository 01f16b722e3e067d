using TimeTracker.MutationLedger.Guards;

namespace TimeTracker.MutationLedger.Checking;

/// <summary>One mutant, and what became of it.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Guard">The guard that it takes away; null where it stands elsewhere in a guard's file.</param>
/// <param name="Mutant">Its own name.</param>
/// <param name="Status">What became of it.</param>
/// <param name="By">The test that noticed it first, or why none did.</param>
/// <param name="Time">How long that took.</param>
internal sealed record MutantResult(
    MutantKind Kind, string? Guard, string Mutant, MutantStatus Status, string By, TimeSpan Time);
