using System.Diagnostics;
using TimeTracker.MutationLedger.Checking;
using TimeTracker.MutationLedger.Guards;

namespace TimeTracker.MutationLedger.Analyzers;

/// <summary>
/// Switches each rule off in turn. The build that refused its violation must not refuse it then: else another rule
/// stands in for it, and this one guards nothing.
/// </summary>
internal static class AnalyzerRun
{
    internal static IEnumerable<MutantResult> Run(IReadOnlyCollection<Guard> guards, string work)
    {
        if (guards.Count == 0)
        {
            yield break;
        }

        var on = SeededBuild.Errors(work, off: null);
        foreach (var guard in guards)
        {
            var time = Stopwatch.StartNew();
            var off = SeededBuild.Errors(work, guard.Name);
            yield return Judge(guard, on, off) with { Time = time.Elapsed };
        }
    }

    internal static MutantResult Judge(Guard guard, IReadOnlySet<string> on, IReadOnlySet<string> off)
    {
        var (status, by) = (on.Contains(guard.Name), off.Contains(guard.Name)) switch
        {
            (false, _) => (MutantStatus.NoCoverage, "Its violation does not break the build."),
            (true, true) => (MutantStatus.Survived, "The build refuses it although the rule is off."),
            _ => (MutantStatus.Killed, guard.Tests[0]),
        };
        return new(MutantKind.Analyzer, guard.Name, $"{guard.Name} off", status, by, TimeSpan.Zero);
    }
}
