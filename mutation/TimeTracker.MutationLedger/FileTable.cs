using System.Globalization;
using System.Text;
using TimeTracker.MutationLedger.Checking;
using TimeTracker.MutationLedger.Guards;

namespace TimeTracker.MutationLedger;

/// <summary>What Stryker says of each file that holds a guard: in its guards, and in all of it.</summary>
internal static class FileTable
{
    internal static string Of(IReadOnlyCollection<Guard> guards, IReadOnlyCollection<MutantResult> results)
    {
        var text = new StringBuilder()
            .AppendLine()
            .AppendLine("| file | mutants in guards | killed | mutants in all | killed | score | not compiled |")
            .AppendLine("|---|---|---|---|---|---|---|");
        foreach (var file in guards.Select(guard => guard.File!).Distinct().Order(StringComparer.Ordinal))
        {
            var made = OfFile(file, results);
            var all = made.Where(result => result.Status != MutantStatus.NotCompiled).ToList();
            var own = all.Where(result => result.Guard is not null).ToList();
            var score = all.Count == 0 ? 0 : 100.0 * all.Count(Killed) / all.Count;
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {file} | {own.Count} | {own.Count(Killed)} | {all.Count} | {all.Count(Killed)} | {score:0.0} % "
                + $"| {made.Count - all.Count} |");
        }

        var elsewhere = results
            .Where(result => result.Guard is null)
            .Where(result => result.Status is MutantStatus.Survived or MutantStatus.NoCoverage);
        foreach (var result in elsewhere.OrderBy(result => result.Mutant, StringComparer.Ordinal))
        {
            var mutant = result.Mutant.Replace('`', '\'');
            text.AppendLine(CultureInfo.InvariantCulture, $"- lives outside of the guards: `{mutant}`");
        }

        return text.ToString();
    }

    private static List<MutantResult> OfFile(string file, IEnumerable<MutantResult> results) =>
    [
        .. results
            .Where(result => result.Mutant.StartsWith($"{file}:", StringComparison.Ordinal))
            .DistinctBy(result => result.Mutant),
    ];

    private static bool Killed(MutantResult result) => result.Status == MutantStatus.Killed;
}
