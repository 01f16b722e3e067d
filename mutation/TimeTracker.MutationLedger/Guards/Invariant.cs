namespace TimeTracker.MutationLedger.Guards;

/// <summary>What holds in every reachable state.</summary>
/// <param name="Id">INV-01 and so on.</param>
/// <param name="Statement">What holds.</param>
/// <param name="Pending">Why nothing guards it yet; null where something does.</param>
internal sealed record Invariant(string Id, string Statement, string? Pending);
