using TimeTracker.MutationLedger.Checking;
using TimeTracker.MutationLedger.Guards;

namespace TimeTracker.MutationLedger.Tests.Checking;

public sealed class ResultCheckTests
{
    [Fact]
    public void MutantsThatAreAllKilled_AreNoFault() =>
        Assert.Empty(Faults(Some.Result(Some.Check, MutantStatus.Killed)));

    [Theory]
    [InlineData(MutantStatus.Survived, "survived")]
    [InlineData(MutantStatus.NoCoverage, "is run by no test")]
    public void AMutantThatLives_IsNamed(object status, string how) => Assert.StartsWith(
        $"schema mutant 'client: entry.end_utc CHECK' {how}.",
        Assert.Single(Faults(Some.Result(Some.Check, (MutantStatus)status))),
        StringComparison.Ordinal);

    [Fact]
    public void AGuardWithoutAMutant_IsNamed() =>
        Assert.Equal("schema guard 'client: entry.end_utc CHECK' has no mutant.", Assert.Single(Faults()));

    [Fact]
    public void AGuardWhoseMutantsAreNoPrograms_HasNone() => Assert.Equal(
        "schema guard 'client: entry.end_utc CHECK' has no mutant.",
        Assert.Single(Faults(Some.Result(Some.Check, MutantStatus.NotCompiled))));

    [Fact]
    public void AnEquivalentMutant_MayLive_ButNotBeNoticed()
    {
        var ledger = Some.Ledger with { Equivalents = [new(MutantKind.Schema, Some.Check.Name, "Nothing changes.")] };
        Assert.Empty(ResultCheck.Faults(ledger, [Some.Check], [Some.Result(Some.Check, MutantStatus.Survived)]));
        Assert.Contains(
            "is called equivalent, but Tests.Known noticed it",
            Assert.Single(ResultCheck.Faults(ledger, [Some.Check], [Some.Result(Some.Check, MutantStatus.Killed)])),
            StringComparison.Ordinal);
    }

    [Fact]
    public void AMutantOutsideOfTheGuards_MayLive()
    {
        var own = Some.Result(Some.Decide, MutantStatus.Killed);
        var elsewhere = own with { Guard = null, Mutant = "core/Decider.cs:9:1", Status = MutantStatus.Survived };
        Assert.Empty(ResultCheck.Faults(Some.Ledger, [Some.Decide], [own, elsewhere]));
        Assert.Single(ResultCheck.Faults(Some.Ledger, [Some.Decide], [elsewhere]));
    }

    [Fact]
    public void AnEquivalentMutantThatIsGone_IsNamed()
    {
        var ledger = Some.Ledger with
        {
            Equivalents =
            [
                new(MutantKind.Code, "core/Decider.cs:1:1 a", "Nothing changes."),
                new(MutantKind.Code, "core/Decider.cs:99:1 a", "Nothing changes."),
                new(MutantKind.Code, "core/NotRun.cs:99:1 a", "Nothing changes."),
            ],
        };
        Assert.Equal(
            ["code mutant 'core/Decider.cs:99:1 a' is called equivalent, but there is no such mutant."],
            ResultCheck.Faults(ledger, [Some.Decide], OneSurvivorOf(21)));
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void ATwentiethOfTheCodesMutants_IsTooManyToBeCalledEquivalent(int mutants, bool isTooMany)
    {
        var ledger = Some.Ledger with
        {
            Equivalents = [new(MutantKind.Code, "core/Decider.cs:1:1 a", "Nothing changes.")],
        };
        string[] faults = isTooMany ? ["1 of 20 code mutants are called equivalent: 5 % or more."] : [];
        Assert.Equal(faults, ResultCheck.Faults(ledger, [Some.Decide], OneSurvivorOf(mutants)));
    }

    private static MutantResult[] OneSurvivorOf(int mutants) =>
    [
        .. Enumerable.Range(1, mutants).Select(line =>
            Some.Result(Some.Decide, line == 1 ? MutantStatus.Survived : MutantStatus.Killed) with
            {
                Mutant = $"core/Decider.cs:{line}:1 a",
            }),
    ];

    private static IEnumerable<string> Faults(params MutantResult[] results) =>
        ResultCheck.Faults(Some.Ledger, [Some.Check], results);
}
