using System.Globalization;
using System.Text.Json;
using TimeTracker.MutationLedger.Checking;
using TimeTracker.MutationLedger.Guards;

namespace TimeTracker.MutationLedger.Code;

/// <summary>Stryker's report (schema 2), joined with the guards whose files it changed.</summary>
internal static class StrykerReport
{
    private const int ReplacementLengthMax = 80;

    // One that Stryker ignores is the same as another of its own.
    private const string Ignored = "Ignored";
    private const string Timeout = "Timeout";

    /// <summary>All mutants of the guards' files: each for every guard whose members hold it, or for none.</summary>
    internal static IEnumerable<MutantResult> Join(JsonElement report, IReadOnlyCollection<Guard> guards)
    {
        var tests = TestNames(report);
        foreach (var file in report.GetProperty("files").EnumerateObject())
        {
            if (guards.FirstOrDefault(guard => IsFile(file.Name, guard.File!))?.File is { } path)
            {
                var members = MemberSpans.Of(file.Value.GetProperty("source").GetString()!);
                var own = guards.Where(guard => guard.File == path).ToList();
                foreach (var mutant in file.Value.GetProperty("mutants").EnumerateArray())
                {
                    foreach (var result in OfMutant(path, mutant, own, members, tests))
                    {
                        yield return result;
                    }
                }
            }
        }
    }

    /// <summary>What became of each mutant of a file.</summary>
    internal static IEnumerable<MutantStatus> Statuses(JsonElement file) => file.GetProperty("mutants").EnumerateArray()
        .Select(mutant => mutant.GetProperty("status").GetString()!)
        .Where(status => status != Ignored)
        .Select(Status);

    private static IEnumerable<MutantResult> OfMutant(
        string path, JsonElement mutant, List<Guard> guards, MemberSpans members, Dictionary<string, string> tests)
    {
        var status = mutant.GetProperty("status").GetString()!;
        if (status == Ignored)
        {
            return [];
        }

        var start = mutant.GetProperty("location").GetProperty("start");
        var (line, column) = (start.GetProperty("line").GetInt32(), start.GetProperty("column").GetInt32());
        var name = string.Create(CultureInfo.InvariantCulture, $"{path}:{line}:{column} {Change(mutant)}");
        return guards
            .Where(guard => guard.Upholding.Any(member => members.Covers(member, line, column)))
            .Select(guard => guard.Name)
            .DefaultIfEmpty(null)
            .Select(guard => new MutantResult(
                MutantKind.Code, guard, name, Status(status), By(mutant, tests), TimeSpan.Zero));
    }

    // The report's paths begin at the project's folder, or at the root.
    private static bool IsFile(string reported, string file)
    {
        var path = reported.Replace('\\', '/');
        return path.EndsWith(file, StringComparison.Ordinal) || file.EndsWith($"/{path}", StringComparison.Ordinal);
    }

    private static string Change(JsonElement mutant)
    {
        var replacement = mutant.TryGetProperty("replacement", out var text)
            ? text.GetString()!.ReplaceLineEndings(" ")
            : string.Empty;
        var shown = replacement.Length > ReplacementLengthMax ? $"{replacement[..ReplacementLengthMax]}…" : replacement;
        return $"{mutant.GetProperty("mutatorName").GetString()}: {shown}";
    }

    private static MutantStatus Status(string status) => status switch
    {
        "Killed" or Timeout => MutantStatus.Killed,
        "NoCoverage" => MutantStatus.NoCoverage,
        "CompileError" => MutantStatus.NotCompiled,
        _ => MutantStatus.Survived,
    };

    private static string By(JsonElement mutant, Dictionary<string, string> tests) =>
        mutant.TryGetProperty("killedBy", out var killers)
            && killers.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.String } first
                ? tests.GetValueOrDefault(first.GetString()!, first.GetString()!).Split('(')[0]
                : mutant.GetProperty("status").GetString() == Timeout ? "a test that did not end" : string.Empty;

    private static Dictionary<string, string> TestNames(JsonElement report) =>
        report.TryGetProperty("testFiles", out var files) && files.ValueKind == JsonValueKind.Object
            ? files.EnumerateObject()
                .SelectMany(file => file.Value.GetProperty("tests").EnumerateArray())
                .Select(test => (Id: test.GetProperty("id").GetString()!, Name: test.GetProperty("name").GetString()!))
                .DistinctBy(test => test.Id)
                .ToDictionary(test => test.Id, test => test.Name)
            : [];
}
