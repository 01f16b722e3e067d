using TimeTracker.MutationLedger.Checking;
using TimeTracker.MutationLedger.Guards;
using TimeTracker.MutationLedger.Processes;
using TimeTracker.MutationLedger.Testing;

namespace TimeTracker.MutationLedger.Protocol;

/// <summary>
/// The protocol's mutants are cases of a test: each removes one part from a model and passes where the model then
/// fails as it must.
/// </summary>
internal static class ProtocolRun
{
    internal static IEnumerable<MutantResult> Run(IReadOnlyCollection<Guard> guards, string work)
    {
        if (guards.Count == 0)
        {
            return [];
        }

        var tests = guards.SelectMany(guard => guard.Tests).Distinct().ToList();
        var project = TestSuite.ProjectOf(tests[0]);
        var run = TestRun.Of(Path.Combine(TestSuite.FolderOf(project), $"{project}.dll"), tests, work);
        return guards.SelectMany(guard => Judge(guard, run));
    }

    internal static IEnumerable<MutantResult> Judge(Guard guard, TestRun run) => run.Cases
        .Where(each => each.Case.Contains($"name: \"{guard.Name}: ", StringComparison.Ordinal))
        .Select(each => new MutantResult(
            MutantKind.Protocol,
            guard.Name,
            each.Case.Split("name: \"")[1].TrimEnd('"', ')'),
            each.Passed ? MutantStatus.Killed : MutantStatus.Survived,
            each.Case.Split('(')[0],
            TimeSpan.Zero));
}
