using System.Text.Json;
using TimeTracker.MutationLedger.Checking;
using TimeTracker.MutationLedger.Guards;
using TimeTracker.MutationLedger.Processes;
using TimeTracker.MutationLedger.Testing;

namespace TimeTracker.MutationLedger.Code;

/// <summary>Runs Stryker over the files that hold a guard, once for each project and the tests that judge it.</summary>
internal static class CodeRun
{
    private static readonly TimeSpan TimeMax = TimeSpan.FromHours(3);

    // Each test is run for each mutant: a property that fails does so on a few samples, or is told by an example as well.
    private static readonly Dictionary<string, string> ShortTests =
        new() { ["TIMETRACKER_SAMPLES_MAX"] = "30", ["TIMETRACKER_FUZZ_COUNT"] = "2000" };

    internal static IEnumerable<MutantResult> Run(IReadOnlyCollection<Guard> guards) => guards
        .GroupBy(guard => (Project: guard.File!.Split('/')[1], Tests: TestSuite.ProjectOf(guard.Tests[0])))
        .SelectMany(group => Run(group.Key.Project, group.Key.Tests, [.. group]));

    private static List<MutantResult> Run(string project, string tests, IReadOnlyCollection<Guard> guards)
    {
        var output = Path.Combine(Repository.Root, ".artifacts", "mutation", $"{project}-by-{tests}");
        var files = guards.Select(guard => guard.File!).Distinct();
        var run = Dotnet.Run(
            Path.Combine(Repository.Root, "tests", tests),
            TimeMax,
            ShortTests,
            [
                "stryker",
                "--config-file", Path.Combine(Repository.Root, "mutation", "stryker.json"),
                "--configuration", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)),
                "--project", $"{project}.csproj",
                "--output", output,
                .. files.SelectMany(file => new[] { "--mutate", $"**/{Path.GetFileName(file)}" }),
            ]);
        var report = Path.Combine(output, "reports", "mutation-report.json");
        if (run.ExitCode != 0 || !File.Exists(report))
        {
            throw new InvalidDataException(run.Output);
        }

        using var json = JsonDocument.Parse(File.ReadAllText(report));
        return [.. StrykerReport.Join(json.RootElement, guards)];
    }
}
