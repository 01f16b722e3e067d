using TimeTracker.MutationLedger.Checking;
using TimeTracker.MutationLedger.Guards;

namespace TimeTracker.MutationLedger.Tests.Checking;

public sealed class ResultCheckTests
{
    [Fact]
    public void MutantsThatAreAllKilled_AreNoFault() => Assert.Empty(Faults(Some.Result(Some.Check, MutantStatus.Killed)));

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
    public void AnEquivalentMutant_MayLive_ButNotBeNoticed()
    {
        var ledger = Some.Ledger with { Equivalents = [new(MutantKind.Schema, Some.Check.Name, "Nothing changes.")] };
        Assert.Empty(ResultCheck.Faults(ledger, [Some.Check], [Some.Result(Some.Check, MutantStatus.Survived)]));
        Assert.Contains(
            "is listed as equivalent, but Tests.Known noticed it",
            Assert.Single(ResultCheck.Faults(ledger, [Some.Check], [Some.Result(Some.Check, MutantStatus.Killed)])),
            StringComparison.Ordinal);
    }

    private static IEnumerable<string> Faults(params MutantResult[] results) =>
        ResultCheck.Faults(Some.Ledger, [Some.Check], results);
}
