using System.Globalization;
using System.Text.Json;
using TimeTracker.MutationLedger.Checking;
using TimeTracker.MutationLedger.Guards;

namespace TimeTracker.MutationLedger.Code;

/// <summary>Stryker's report (schema 2), joined with the guards whose files it changed.</summary>
internal static class StrykerReport
{
    // A mutant that does not compile never ran; one that Stryker ignores is the same as another of its own.
    private static readonly string[] Void = ["CompileError", "Ignored"];

    internal static IEnumerable<MutantResult> Join(JsonElement report, IReadOnlyCollection<Guard> guards)
    {
        var tests = TestNames(report);
        foreach (var file in report.GetProperty("files").EnumerateObject())
        {
            var own = guards.Where(guard => IsFile(file.Name, guard.File!)).ToList();
            foreach (var mutant in file.Value.GetProperty("mutants").EnumerateArray())
            {
                var status = mutant.GetProperty("status").GetString()!;
                foreach (var guard in own.Where(_ => !Void.Contains(status)))
                {
                    yield return new(
                        MutantKind.Code, guard.Name, Name(guard.File!, mutant), Status(status), By(mutant, tests), TimeSpan.Zero);
                }
            }
        }
    }

    // The report's paths begin at the project's folder, or at the root.
    private static bool IsFile(string reported, string file)
    {
        var path = reported.Replace('\\', '/');
        return path.EndsWith(file, StringComparison.Ordinal) || file.EndsWith($"/{path}", StringComparison.Ordinal);
    }

    private static string Name(string file, JsonElement mutant)
    {
        var start = mutant.GetProperty("location").GetProperty("start");
        var (line, column) = (start.GetProperty("line").GetInt32(), start.GetProperty("column").GetInt32());
        var replacement = mutant.TryGetProperty("replacement", out var text) ? text.GetString()!.ReplaceLineEndings(" ") : string.Empty;
        var shown = replacement.Length > 80 ? $"{replacement[..80]}…" : replacement;
        return string.Create(
            CultureInfo.InvariantCulture, $"{file}:{line}:{column} {mutant.GetProperty("mutatorName").GetString()}: {shown}");
    }

    private static MutantStatus Status(string status) => status switch
    {
        "Killed" or "Timeout" => MutantStatus.Killed,
        "NoCoverage" => MutantStatus.NoCoverage,
        _ => MutantStatus.Survived,
    };

    private static string By(JsonElement mutant, Dictionary<string, string> tests) =>
        mutant.TryGetProperty("killedBy", out var killers) && killers.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.String } first
            ? tests.GetValueOrDefault(first.GetString()!, first.GetString()!).Split('(')[0]
            : string.Empty;

    private static Dictionary<string, string> TestNames(JsonElement report) =>
        report.TryGetProperty("testFiles", out var files) && files.ValueKind == JsonValueKind.Object
            ? files.EnumerateObject()
                .SelectMany(file => file.Value.GetProperty("tests").EnumerateArray())
                .DistinctBy(test => test.GetProperty("id").GetString())
                .ToDictionary(test => test.GetProperty("id").GetString()!, test => test.GetProperty("name").GetString()!)
            : [];
}
