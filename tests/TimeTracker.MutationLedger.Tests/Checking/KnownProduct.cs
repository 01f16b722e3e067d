using TimeTracker.MutationLedger.Checking;

namespace TimeTracker.MutationLedger.Tests.Checking;

/// <summary>A product of one of each.</summary>
internal sealed class KnownProduct : IProduct
{
    public IReadOnlyCollection<string> SchemaParts { get; init; } = ["client: entry.end_utc CHECK"];

    public IReadOnlyCollection<string> Rules { get; init; } = ["TT0001"];

    public string? Text(string file) => file == "core/Decider.cs"
        ? "internal static class Decider { internal static void Decide() => Do(1, 1); }"
        : null;

    public bool HasFolder(string folder) => folder == "tests";

    public bool HasTest(string name) => name is "Tests.Known" or "Others.Tests.Known";
}
