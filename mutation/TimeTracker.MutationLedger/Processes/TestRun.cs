using System.Xml.Linq;

namespace TimeTracker.MutationLedger.Processes;

/// <summary>What became of each test of a run: of the names that xunit gives to cases, with their arguments.</summary>
internal sealed record TestRun(IReadOnlyList<(string Case, bool Passed)> Cases)
{
    private static readonly TimeSpan TimeMax = TimeSpan.FromMinutes(8);

    /// <summary>Runs the tests of these names, by the test platform, in a process of its own.</summary>
    internal static TestRun Of(string assembly, IEnumerable<string> tests, string work)
    {
        var results = Directory.CreateDirectory(Path.Combine(work, "results")).FullName;
        var file = Path.Combine(results, "run.trx");
        File.Delete(file);
        var run = Dotnet.Run(
            results,
            TimeMax,
            "vstest",
            assembly,
            $"--TestCaseFilter:{string.Join('|', tests.Select(test => $"FullyQualifiedName~{test}"))}",
            "--logger:trx;LogFileName=run.trx",
            $"--ResultsDirectory:{results}");
        return File.Exists(file) ? Read(XDocument.Load(file)) : throw new InvalidDataException(run.Output);
    }

    /// <summary>Reads a file of results; a test that was skipped did not run.</summary>
    internal static TestRun Read(XDocument trx) => new(
    [
        .. trx.Descendants().Where(element => element.Name.LocalName == "UnitTestResult")
            .Where(element => element.Attribute("outcome")?.Value is "Passed" or "Failed")
            .Select(element => (element.Attribute("testName")!.Value, element.Attribute("outcome")!.Value == "Passed")),
    ]);
}
