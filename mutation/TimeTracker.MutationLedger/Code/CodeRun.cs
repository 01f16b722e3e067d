using TimeTracker.MutationLedger.Checking;
using TimeTracker.MutationLedger.Guards;
using TimeTracker.MutationLedger.Testing;

namespace TimeTracker.MutationLedger.Code;

/// <summary>Runs Stryker over the files that hold a guard, once for each project and the tests that judge it.</summary>
internal static class CodeRun
{
    // A property that fails does so on a few samples, or is told by an example as well.
    private const int SamplesMax = 30;

    internal static IEnumerable<MutantResult> Run(IReadOnlyCollection<Guard> guards) => guards
        .GroupBy(guard => (Project: guard.File!.Split('/')[1], Tests: TestSuite.ProjectOf(guard.Tests[0])))
        .SelectMany(group => Run(group.Key.Project, group.Key.Tests, [.. group]));

    private static List<MutantResult> Run(string project, string tests, IReadOnlyCollection<Guard> guards)
    {
        var names = guards.Select(guard => Path.GetFileName(guard.File!)).Distinct();
        using var report = Stryker.Report(project, tests, $"{project}-by-{tests}", names, SamplesMax);
        return [.. StrykerReport.Join(report.RootElement, guards)];
    }
}
