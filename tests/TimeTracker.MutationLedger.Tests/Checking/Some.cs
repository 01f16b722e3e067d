using TimeTracker.MutationLedger.Checking;
using TimeTracker.MutationLedger.Guards;

namespace TimeTracker.MutationLedger.Tests.Checking;

/// <summary>A ledger in which nothing is wrong, and its pieces.</summary>
internal static class Some
{
    internal static readonly Guard Check = Guard(MutantKind.Schema, "client: entry.end_utc CHECK");

    internal static readonly Guard Decide = Guard(MutantKind.Code, "Decider.Decide") with { File = "core/Decider.cs" };

    internal static readonly Guard Rule = Guard(MutantKind.Analyzer, "TT0001");

    internal static GuardLedger Ledger { get; } = new(
        [
            .. Enumerable.Range(1, 30).Select(number =>
                new Invariant($"INV-{number:00}", "It holds.", number == 5 ? null : "Not built.")),
        ],
        [Check, Decide, Rule],
        []);

    internal static Guard Guard(MutantKind kind, string name) =>
        new() { Kind = kind, Name = name, Invariants = ["INV-05"], Tests = ["Tests.Known"] };

    internal static MutantResult Result(Guard guard, MutantStatus status) =>
        new(guard.Kind, guard.Name, guard.Name, status, "Tests.Known", TimeSpan.Zero);
}
