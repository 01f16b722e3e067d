using TimeTracker.MutationLedger.Guards;

namespace TimeTracker.MutationLedger.Checking;

/// <summary>What is wrong with the results of a run: the gate.</summary>
internal static class ResultCheck
{
    /// <param name="ledger">What is written down.</param>
    /// <param name="guards">The guards whose mutants were to be run.</param>
    /// <param name="results">What became of them.</param>
    internal static IEnumerable<string> Faults(
        GuardLedger ledger, IReadOnlyCollection<Guard> guards, IReadOnlyCollection<MutantResult> results)
    {
        var equivalents = ledger.Equivalents.Select(each => (each.Kind, each.Mutant)).ToHashSet();
        var mutated = results.Select(result => (result.Kind, result.Guard)).ToHashSet();
        foreach (var guard in guards.Where(guard => !mutated.Contains((guard.Kind, guard.Name))))
        {
            yield return $"{Name(guard.Kind)} guard '{guard.Name}' has no mutant.";
        }

        foreach (var result in results.Where(each => each.Status != MutantStatus.Killed))
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
                yield return $"{Name(result.Kind)} mutant '{result.Mutant}' is listed as equivalent, but {result.By} noticed it.";
            }
        }
    }

    internal static string Name(MutantKind kind) => kind.ToString().ToLowerInvariant();
}
