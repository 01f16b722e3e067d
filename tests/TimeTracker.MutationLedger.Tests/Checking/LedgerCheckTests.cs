using TimeTracker.MutationLedger.Checking;
using TimeTracker.MutationLedger.Guards;

namespace TimeTracker.MutationLedger.Tests.Checking;

public sealed class LedgerCheckTests
{
    [Fact]
    public void ALedgerThatNamesWhatIsThere_IsNoFault() =>
        Assert.Empty(LedgerCheck.Faults(Some.Ledger, new KnownProduct()));

    [Fact]
    public void AnInvariantThatIsLeftOut_IsNamed() => Expect(
        "INV-30 is not in the ledger.", Some.Ledger with { Invariants = [.. Some.Ledger.Invariants.SkipLast(1)] });

    [Fact]
    public void AnInvariantWithoutAGuardOrAReason_IsNamed() => Expect(
        "INV-01 has no guard, and no reason why.",
        Some.Ledger with
        {
            Invariants =
            [
                .. Some.Ledger.Invariants.Select(each => each.Id == "INV-01" ? each with { Pending = null } : each),
            ],
        });

    [Fact]
    public void APendingInvariantThatIsGuarded_IsNamed() => Expect(
        "INV-05 is pending, but has a guard.",
        Some.Ledger with
        {
            Invariants = [.. Some.Ledger.Invariants.Select(each => each with { Pending = "Not built." })],
        });

    [Fact]
    public void AConstraintThatIsGone_IsNamed() => Assert.Equal(
        ["The schema has no 'client: entry.end_utc CHECK' any more."],
        LedgerCheck.Faults(Some.Ledger, new KnownProduct { SchemaParts = [] }));

    [Fact]
    public void AConstraintThatNobodyListed_IsNamed() => Assert.Equal(
        ["'client: new CHECK' of the schema is not in the ledger."],
        LedgerCheck.Faults(Some.Ledger, new KnownProduct { SchemaParts = [Some.Check.Name, "client: new CHECK"] }));

    [Fact]
    public void ARuleThatIsGoneOrNew_IsNamed() => Assert.Equal(
        [
            "Rule TT0002 is not in the ledger.",
            "analyzer guard 'TT0001' is no rule of this repository's build any more.",
        ],
        LedgerCheck.Faults(Some.Ledger, new KnownProduct { Rules = ["TT0002"] }));

    [Fact]
    public void AMemberThatIsGone_IsNamed() => Expect(
        "code guard 'Decider.Undo': core/Decider.cs has no Decider.Undo any more.",
        With(Some.Decide with { Name = "Decider.Undo" }));

    [Fact]
    public void OfAGuardThatListsItsMembers_EachMustBeThere() => Expect(
        "code guard 'Any words': core/Decider.cs has no Undo any more.",
        With(Some.Decide with { Name = "Any words", Members = ["Decider.Decide", "Undo"] }));

    [Fact]
    public void ACodeGuardOfTestsInTwoProjects_IsNamed() => Expect(
        "code guard 'Decider.Decide' names tests of several projects.",
        With(Some.Decide with { Tests = ["Tests.Known", "Others.Tests.Known"] }));

    [Fact]
    public void AFileThatIsGone_IsNamed() => Expect(
        "code guard 'Decider.Decide' is in core/Gone.cs, which is gone.",
        With(Some.Decide with { File = "core/Gone.cs" }));

    [Fact]
    public void ATestThatIsGone_IsNamed() => Expect(
        "code guard 'Decider.Decide' names Tests.Gone, which is gone.",
        With(Some.Decide with { Tests = ["Tests.Gone"] }));

    [Fact]
    public void AGuardWithoutATest_IsNamed() =>
        Expect("code guard 'Decider.Decide' names no test.", With(Some.Decide with { Tests = [] }));

    [Fact]
    public void AGuardOfAnUnknownInvariant_IsNamed() => Expect(
        "code guard 'Decider.Decide' upholds INV-99, which is not in the ledger.",
        With(Some.Decide with { Invariants = ["INV-99"] }));

    [Theory]
    [InlineData("Do(", true)]
    [InlineData("1", false)]
    [InlineData("gone", false)]
    public void WhatASettingReplaces_StandsOnce(string from, bool isGood)
    {
        var guard = Some.Guard(MutantKind.Setting, "x") with
        {
            File = "core/Decider.cs",
            Replacements = [new("y", from, "z")],
        };
        Assert.Equal(isGood, !LedgerCheck.Faults(With(guard), new KnownProduct()).Any());
    }

    [Fact]
    public void AGuardThatAwaitsAFolder_IsLookedAtOnceItIsThere()
    {
        var guard = Some.Guard(MutantKind.Protocol, "LeaseToken") with { Tests = ["Tests.Gone"] };
        Assert.Empty(LedgerCheck.Faults(With(guard with { Awaits = "later" }), new KnownProduct()));
        Assert.Single(LedgerCheck.Faults(With(guard with { Awaits = "tests" }), new KnownProduct()));
    }

    [Fact]
    public void AnEquivalentWithoutAReason_IsNamed() => Expect(
        "code mutant 'x' is called equivalent without a reason.",
        Some.Ledger with { Equivalents = [new(MutantKind.Code, "x", " ")] });

    private static GuardLedger With(Guard guard) => Some.Ledger with { Guards = [Some.Check, Some.Rule, guard] };

    private static void Expect(string fault, GuardLedger ledger) =>
        Assert.Equal([fault], LedgerCheck.Faults(ledger, new KnownProduct()));
}
