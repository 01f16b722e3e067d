using System.Text.Json;
using TimeTracker.MutationLedger.Checking;
using TimeTracker.MutationLedger.Code;
using TimeTracker.MutationLedger.Tests.Checking;

namespace TimeTracker.MutationLedger.Tests.Code;

public sealed class StrykerReportTests
{
    private const string Report = """
        {
          "files": {
            "Decider.cs": { "mutants": [
              { "status": "Killed", "mutatorName": "Equality", "replacement": "a < b", "killedBy": ["1"], "location": { "start": { "line": 3, "column": 7 } } },
              { "status": "Timeout", "mutatorName": "Loop", "location": { "start": { "line": 4, "column": 1 } } },
              { "status": "Survived", "mutatorName": "Block", "replacement": "{\n}", "location": { "start": { "line": 5, "column": 1 } } },
              { "status": "NoCoverage", "mutatorName": "Block", "replacement": "{}", "location": { "start": { "line": 6, "column": 1 } } },
              { "status": "Ignored", "mutatorName": "Block", "replacement": "{}", "location": { "start": { "line": 7, "column": 1 } } },
              { "status": "CompileError", "mutatorName": "Block", "replacement": "{}", "location": { "start": { "line": 8, "column": 1 } } } ] },
            "Other.cs": { "mutants": [
              { "status": "Survived", "mutatorName": "Block", "replacement": "{}", "location": { "start": { "line": 1, "column": 1 } } } ] }
          },
          "testFiles": { "Tests.cs": { "tests": [ { "id": "1", "name": "Tests.Known(x: 1)" } ] } }
        }
        """;

    private static List<MutantResult> Joined { get; } =
        [.. StrykerReport.Join(JsonDocument.Parse(Report).RootElement, [Some.Decide])];

    [Fact]
    public void TheMutantsOfAGuardsFile_AreItsOwn() => Assert.Equal(
        [
            ("core/Decider.cs:3:7 Equality: a < b", MutantStatus.Killed, "Tests.Known"),
            ("core/Decider.cs:4:1 Loop: ", MutantStatus.Killed, string.Empty),
            ("core/Decider.cs:5:1 Block: { }", MutantStatus.Survived, string.Empty),
            ("core/Decider.cs:6:1 Block: {}", MutantStatus.NoCoverage, string.Empty),
        ],
        Joined.Select(result => (result.Mutant, result.Status, result.By)));

    [Fact]
    public void AReportWithASurvivor_FailsTheCheck_ByItsPlace() => Assert.Equal(
        [
            "code mutant 'core/Decider.cs:5:1 Block: { }' survived.",
            "code mutant 'core/Decider.cs:6:1 Block: {}' is run by no test.",
        ],
        ResultCheck.Faults(Some.Ledger, [Some.Decide], Joined));
}
