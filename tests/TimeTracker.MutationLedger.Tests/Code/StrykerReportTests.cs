using System.Text.Json;
using TimeTracker.MutationLedger.Checking;
using TimeTracker.MutationLedger.Code;
using TimeTracker.MutationLedger.Tests.Checking;

namespace TimeTracker.MutationLedger.Tests.Code;

public sealed class StrykerReportTests
{
    private const string Source = """
        internal static class Decider
        {
            internal static bool Decide(int a)
            {
                while (a < 3)
                {
                    a++;
                }

                return a < 4;
            }

            internal static int Undo() => 1;
        }
        """;

    private static readonly string Report = $$"""
        {
          "files": {
            "Decider.cs": { "source": {{JsonSerializer.Serialize(Source)}}, "mutants": [
              {{Mutant("Killed", "Equality", 5, "a < b", """, "killedBy": ["1"]""")}},
              {{Mutant("Timeout", "Loop", 7, "")}},
              {{Mutant("Survived", "Block", 10, "{\\n}")}},
              {{Mutant("NoCoverage", "Block", 11, "{}")}},
              {{Mutant("Ignored", "Block", 7, "{}")}},
              {{Mutant("CompileError", "Block", 8, "{}")}},
              {{Mutant("Survived", "Number", 13, "2")}} ] },
            "Other.cs": { "source": "", "mutants": [ {{Mutant("Survived", "Block", 1, "{}")}} ] }
          },
          "testFiles": { "Tests.cs": { "tests": [ { "id": "1", "name": "Tests.Known(x: 1)" } ] } }
        }
        """;

    private static List<MutantResult> Joined { get; } =
        [.. StrykerReport.Join(JsonDocument.Parse(Report).RootElement, [Some.Decide])];

    [Fact]
    public void TheMutantsOfAGuardsMembers_AreItsOwn_AndTheRestOfItsFileIsNobodys() => Assert.Equal(
        [
            ("Decider.Decide", "core/Decider.cs:5:5 Equality: a < b", MutantStatus.Killed, "Tests.Known"),
            ("Decider.Decide", "core/Decider.cs:7:5 Loop: ", MutantStatus.Killed, "a test that did not end"),
            ("Decider.Decide", "core/Decider.cs:10:5 Block: { }", MutantStatus.Survived, string.Empty),
            ("Decider.Decide", "core/Decider.cs:11:5 Block: {}", MutantStatus.NoCoverage, string.Empty),
            ("Decider.Decide", "core/Decider.cs:8:5 Block: {}", MutantStatus.NotCompiled, string.Empty),
            (null, "core/Decider.cs:13:5 Number: 2", MutantStatus.Survived, string.Empty),
        ],
        Joined.Select(result => (result.Guard, result.Mutant, result.Status, result.By)));

    [Fact]
    public void AMutantInTwoGuards_IsBoths() => Assert.Equal(
        ["Decider", "Decider.Decide"],
        StrykerReport.Join(
                JsonDocument.Parse(Report).RootElement, [Some.Decide with { Name = "Decider" }, Some.Decide])
            .Where(result => result.Mutant.StartsWith("core/Decider.cs:5:5 ", StringComparison.Ordinal))
            .Select(result => result.Guard));

    [Fact]
    public void AReportWithASurvivor_FailsTheCheck_ByItsPlace() => Assert.Equal(
        [
            "code mutant 'core/Decider.cs:10:5 Block: { }' survived.",
            "code mutant 'core/Decider.cs:11:5 Block: {}' is run by no test.",
        ],
        ResultCheck.Faults(Some.Ledger, [Some.Decide], Joined));

    [Fact]
    public void AFilesScore_CountsAllOfItsMutants_AndListsWhatLivesOutsideOfItsGuards() => Assert.Equal(
        """

        | file | mutants in guards | killed | mutants in all | killed | score | not compiled |
        |---|---|---|---|---|---|---|
        | core/Decider.cs | 4 | 2 | 5 | 2 | 40.0 % | 1 |
        - lives outside of the guards: `core/Decider.cs:13:5 Number: 2`

        """,
        FileTable.Of([Some.Decide], Joined));

    private static string Mutant(string status, string mutator, int line, string replacement, string more = "") => $$"""
        { "status": "{{status}}", "mutatorName": "{{mutator}}", "replacement": "{{replacement}}",
          "location": { "start": { "line": {{line}}, "column": 5 } }{{more}} }
        """;
}
