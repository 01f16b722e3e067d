namespace TimeTracker.MutationLedger.Guards;

/// <summary>One mutant of a file's text.</summary>
/// <param name="Name">What it makes of the setting.</param>
/// <param name="From">What stands there, once.</param>
/// <param name="To">What stands there instead.</param>
internal sealed record Replacement(string Name, string From, string To);
