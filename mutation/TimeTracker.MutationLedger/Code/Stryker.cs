using System.Globalization;
using System.Text.Json;
using TimeTracker.MutationLedger.Checking;
using TimeTracker.MutationLedger.Processes;

namespace TimeTracker.MutationLedger.Code;

/// <summary>A run of Stryker over a project, judged by the tests of another.</summary>
internal static class Stryker
{
    private static readonly TimeSpan TimeMax = TimeSpan.FromHours(3);

    /// <summary>
    /// The report of the mutants of a project's files of these names; no name for all of them. A property is tried on
    /// no more than so many samples, as it is run again for each mutant.
    /// </summary>
    /// <exception cref="InvalidDataException">Stryker failed; the message is what it said.</exception>
    internal static JsonDocument Report(
        string project, string tests, string output, IEnumerable<string> names, int samplesMax)
    {
        var folder = Path.Combine(Repository.Root, ".artifacts", "mutation", output);
        var report = Path.Combine(folder, "reports", "mutation-report.json");
        if (Directory.Exists(folder))
        {
            // A report of an earlier run must not pass for this one's.
            Directory.Delete(folder, recursive: true);
        }

        var run = Dotnet.Run(
            Path.Combine(Repository.Root, "tests", tests),
            TimeMax,
            new Dictionary<string, string>
            {
                ["TIMETRACKER_SAMPLES_MAX"] = samplesMax.ToString(CultureInfo.InvariantCulture),
                ["TIMETRACKER_FUZZ_COUNT"] = "2000",

                // A test host ends before what these are for has paid off.
                ["DOTNET_TieredPGO"] = "0",
                ["DOTNET_gcConcurrent"] = "0",
            },
            [
                "stryker",
                "--config-file", Path.Combine(Repository.Root, "mutation", "stryker.json"),
                "--configuration", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)),
                "--project", $"{project}.csproj",
                "--output", folder,
                .. names.SelectMany(name => new[] { "--mutate", $"**/{name}" }),
            ]);
        return run.ExitCode == 0 && File.Exists(report)
            ? JsonDocument.Parse(File.ReadAllText(report))
            : throw new InvalidDataException(run.Output);
    }
}
