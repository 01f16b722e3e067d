using System.Globalization;
using System.Text;
using TimeTracker.MutationLedger.Checking;
using TimeTracker.MutationLedger.Guards;

namespace TimeTracker.MutationLedger;

/// <summary>What became of the mutants of one kind, invariant by invariant, as a table in Markdown.</summary>
internal static class ResultTable
{
    internal static string Of(
        GuardLedger ledger,
        MutantKind kind,
        IReadOnlyCollection<Guard> guards,
        IReadOnlyCollection<MutantResult> made)
    {
        var results = made.Where(result => result.Status != MutantStatus.NotCompiled).ToList();
        var text = new StringBuilder()
            .AppendLine("| invariant | guards | mutants | killed | by | time |")
            .AppendLine("|---|---|---|---|---|---|");
        foreach (var invariant in ledger.Invariants)
        {
            var own = guards
                .Where(guard => guard.Invariants.Contains(invariant.Id))
                .Select(guard => guard.Name)
                .ToHashSet();
            if (own.Count > 0)
            {
                var line = Line([.. results.Where(result => result.Guard is { } name && own.Contains(name))]);
                text.AppendLine(CultureInfo.InvariantCulture, $"| {invariant.Id} | {own.Count} | {line} |");
            }
        }

        var upholding = results.Where(result => result.Guard is not null).DistinctBy(result => result.Mutant).ToList();
        var pending = ledger.Guards.Count(guard => guard.Kind == kind) - guards.Count;
        var equivalent = ledger.Equivalents.Where(each => each.Kind == kind).ToList();
        text.AppendLine().AppendLine(
            CultureInfo.InvariantCulture,
            $"{ResultCheck.Name(kind)}: {upholding.Count} mutants, {upholding.Count(Killed)} killed, "
            + $"{upholding.Count(result => result.Status == MutantStatus.NotRun)} not run here, "
            + $"{equivalent.Count} equivalent, {pending} guards not run.");
        foreach (var each in equivalent)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"- equivalent: {each.Mutant}: {each.Reason}");
        }

        return text.Append(kind == MutantKind.Code ? FileTable.Of(guards, made) : string.Empty).ToString();
    }

    private static bool Killed(MutantResult result) => result.Status == MutantStatus.Killed;

    private static string Line(IReadOnlyList<MutantResult> results)
    {
        var killers = results.Where(Killed).Select(result => result.By).Distinct();
        var by = killers.Order(StringComparer.Ordinal).Select(Short);
        var seconds = results.Sum(result => result.Time.TotalSeconds).ToString("0.0", CultureInfo.InvariantCulture);
        return $"{results.Count} | {results.Count(Killed)} | {string.Join(", ", by)} | {seconds} s";
    }

    // The class and the method; the folders are found by them.
    private static string Short(string test) => string.Join('.', test.Split('.').TakeLast(2));
}
