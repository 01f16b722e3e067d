using TimeTracker.MutationLedger.Guards;

namespace TimeTracker.MutationLedger.Checking;

/// <summary>What is wrong with the results of a run: the gate.</summary>
internal static class ResultCheck
{
    private const int EquivalentPercentMax = 5;

    /// <param name="ledger">What is written down.</param>
    /// <param name="guards">The guards whose mutants were to be run.</param>
    /// <param name="results">What became of them, and of those elsewhere in their files.</param>
    internal static IEnumerable<string> Faults(
        GuardLedger ledger, IReadOnlyCollection<Guard> guards, IReadOnlyCollection<MutantResult> results)
    {
        var equivalents = ledger.Equivalents.Select(each => (each.Kind, each.Mutant)).ToHashSet();
        var mutated = results
            .Where(result => result.Status != MutantStatus.NotCompiled)
            .Select(result => (result.Kind, result.Guard))
            .ToHashSet();
        foreach (var guard in guards.Where(guard => !mutated.Contains((guard.Kind, guard.Name))))
        {
            yield return $"{Name(guard.Kind)} guard '{guard.Name}' has no mutant.";
        }

        foreach (var result in results.Where(IsAlive))
        {
            if (!equivalents.Contains((result.Kind, result.Mutant)))
            {
                var what = result.Status == MutantStatus.NoCoverage ? "is run by no test" : "survived";
                yield return $"{Name(result.Kind)} mutant '{result.Mutant}' {what}. {result.By}".TrimEnd();
            }
        }

        foreach (var result in results.Where(each => each.Status == MutantStatus.Killed))
        {
            if (equivalents.Contains((result.Kind, result.Mutant)))
            {
                yield return $"{Name(result.Kind)} mutant '{result.Mutant}' is called equivalent, "
                    + $"but {result.By} noticed it.";
            }
        }

        foreach (var fault in OfEquivalents(equivalents, results))
        {
            yield return fault;
        }

        foreach (var gone in OfCode(ledger, guards).Except(results.Select(result => result.Mutant)))
        {
            yield return $"code mutant '{gone}' is called equivalent, but there is no such mutant.";
        }
    }

    /// <summary>Too many mutants called equivalent: then the tests or the code are to be mended.</summary>
    private static IEnumerable<string> OfEquivalents(
        HashSet<(MutantKind Kind, string Mutant)> equivalents, IReadOnlyCollection<MutantResult> results)
    {
        var upholding = results
            .Where(result => result.Kind == MutantKind.Code && result.Guard is not null)
            .Where(result => result.Status != MutantStatus.NotCompiled)
            .Select(result => (result.Kind, result.Mutant))
            .ToHashSet();
        var called = upholding.Count(equivalents.Contains);
        return called > 0 && called * 100 >= upholding.Count * EquivalentPercentMax
            ? [$"{called} of {upholding.Count} code mutants are called equivalent: {EquivalentPercentMax} % or more."]
            : [];
    }

    internal static string Name(MutantKind kind) => kind.ToString().ToLowerInvariant();

    private static bool IsAlive(MutantResult result) =>
        result.Guard is not null && result.Status is MutantStatus.Survived or MutantStatus.NoCoverage;

    // They are named by their place, which moves with the lines above it.
    private static IEnumerable<string> OfCode(GuardLedger ledger, IEnumerable<Guard> guards)
    {
        var files = guards.Where(guard => guard.Kind == MutantKind.Code).Select(guard => $"{guard.File}:").Distinct();
        return files.SelectMany(file => ledger.Equivalents
            .Where(each => each.Kind == MutantKind.Code && each.Mutant.StartsWith(file, StringComparison.Ordinal))
            .Select(each => each.Mutant));
    }
}
