using System.Globalization;
using System.Text;
using TimeTracker.MutationLedger.Checking;
using TimeTracker.MutationLedger.Guards;

namespace TimeTracker.MutationLedger;

/// <summary>What became of the mutants of one kind, invariant by invariant, as a table in Markdown.</summary>
internal static class ResultTable
{
    internal static string Of(
        GuardLedger ledger, MutantKind kind, IReadOnlyCollection<Guard> guards, IReadOnlyCollection<MutantResult> results)
    {
        var text = new StringBuilder().AppendLine("| invariant | guards | mutants | killed | by | time |").AppendLine("|---|---|---|---|---|---|");
        foreach (var invariant in ledger.Invariants)
        {
            var own = guards.Where(guard => guard.Invariants.Contains(invariant.Id)).Select(guard => guard.Name).ToHashSet();
            if (own.Count > 0)
            {
                var line = Line([.. results.Where(result => own.Contains(result.Guard))]);
                text.AppendLine(CultureInfo.InvariantCulture, $"| {invariant.Id} | {own.Count} | {line} |");
            }
        }

        var pending = ledger.Guards.Count(guard => guard.Kind == kind) - guards.Count;
        var equivalent = ledger.Equivalents.Where(each => each.Kind == kind).ToList();
        text.AppendLine().AppendLine(
            CultureInfo.InvariantCulture,
            $"{ResultCheck.Name(kind)}: {results.Count} mutants, {results.Count(Killed)} killed, {equivalent.Count} equivalent, {pending} guards not run.");
        foreach (var each in equivalent)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"- equivalent: {each.Mutant}: {each.Reason}");
        }

        return text.ToString();
    }

    private static bool Killed(MutantResult result) => result.Status == MutantStatus.Killed;

    private static string Line(IReadOnlyList<MutantResult> results)
    {
        var by = results.Where(Killed).Select(result => result.By).Distinct().Order(StringComparer.Ordinal).Select(Short);
        var seconds = results.Sum(result => result.Time.TotalSeconds).ToString("0.0", CultureInfo.InvariantCulture);
        return $"{results.Count} | {results.Count(Killed)} | {string.Join(", ", by)} | {seconds} s";
    }

    // The class and the method; the folders are found by them.
    private static string Short(string test) => string.Join('.', test.Split('.').TakeLast(2));
}
