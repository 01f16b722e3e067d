using System.Text.Json;
using TimeTracker.MutationLedger.Code;

namespace TimeTracker.MutationLedger.Tests.Code;

public sealed class ProjectScoreTests
{
    [Fact]
    public void TheTable_CountsTheMutantsThatArePrograms_AndNamesTheFilesInWhichOneLives() => Assert.Equal(
        """
        | all, and where a mutant lives | mutants | killed | score | not compiled |
        |---|---|---|---|---|
        | all | 23 | 19 | 82.6 % | 4 |
        | A.cs | 19 | 16 | 84.2 % | 1 |
        | Some/C.cs | 2 | 1 | 50.0 % | 1 |

        """,
        Score(("A.cs", 16, 3), ("B.cs", 0, 0), ("Some/C.cs", 1, 1), ("D.cs", 2, 0)).Table().ReplaceLineEndings("\n"));

    [Fact]
    public void AProjectThatReachesItsScore_HasNoFault() => Assert.Empty(Score(("A.cs", 16, 3), ("B.cs", 1, 0)).Faults());

    [Fact]
    public void AProjectBelowItsScore_IsAFault() => Assert.Equal(
        ["Some: 16 of 19 mutants were noticed, less than 85 %."], Score(("A.cs", 16, 3)).Faults());

    [Fact]
    public void AProjectWithoutMutants_IsAFault() => Assert.Equal(
        ["Some: 0 of 0 mutants were noticed, less than 85 %."], Score().Faults());

    // Of those that live one is not run at all; each file has one that is no program, and one that Stryker ignores.
    private static ProjectScore Score(params (string Name, int Killed, int Living)[] files)
    {
        var parts = files.Select(file =>
        {
            string[] statuses =
            [
                "Ignored", "CompileError",
                .. Enumerable.Range(0, file.Killed).Select(at => at == 0 ? "Timeout" : "Killed"),
                .. Enumerable.Range(0, file.Living).Select(at => at == 0 ? "NoCoverage" : "Survived"),
            ];
            var mutants = string.Join(',', statuses.Select(status => $$"""{ "status": "{{status}}" }"""));
            return $$""" "/some/project/{{file.Name}}": { "mutants": [ {{mutants}} ] } """;
        });
        using var report = JsonDocument.Parse($$"""{ "projectRoot": "/some/project", "files": { {{string.Join(',', parts)}} } }""");
        return ProjectScore.Of("Some", report.RootElement);
    }
}
