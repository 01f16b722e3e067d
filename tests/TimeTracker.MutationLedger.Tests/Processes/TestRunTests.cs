using System.Xml.Linq;
using TimeTracker.MutationLedger.Checking;
using TimeTracker.MutationLedger.Guards;
using TimeTracker.MutationLedger.Processes;
using TimeTracker.MutationLedger.Protocol;
using TimeTracker.MutationLedger.Settings;
using TimeTracker.MutationLedger.Tests.Checking;

namespace TimeTracker.MutationLedger.Tests.Processes;

public sealed class TestRunTests
{
    [Fact]
    public void WhatWasSkipped_DidNotRun() => Assert.Equal(
        [("A", true), ("B(x: 1)", false)],
        TestRun.Read(XDocument.Parse("""
            <TestRun xmlns="urn:x"><Results>
              <UnitTestResult testName="A" outcome="Passed" />
              <UnitTestResult testName="B(x: 1)" outcome="Failed" />
              <UnitTestResult testName="C" outcome="NotExecuted" />
            </Results></TestRun>
            """)).Cases);

    [Theory]
    [InlineData("", MutantStatus.NoCoverage)]
    [InlineData("+A", MutantStatus.Survived)]
    [InlineData("+A -B(1)", MutantStatus.Killed)]
    public void ASetting_IsJudgedByTheTestsThatRan(string cases, object status)
    {
        var words = cases.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var run = new TestRun([.. words.Select(word => (word[1..], word[0] == '+'))]);
        var result = SettingRun.Judge(Some.Guard(MutantKind.Setting, "x"), new("y", "a", "b"), run);
        Assert.Equal(((MutantStatus)status, "x: y"), (result.Status, result.Mutant));
    }

    [Fact]
    public void AStepOfTheProtocol_IsJudgedByEachCaseWithoutIt()
    {
        var run = new TestRun(
        [
            ("Removal(index: 1, name: \"LeaseToken: Stuck, a kill\")", true),
            ("Removal(index: 2, name: \"LeaseToken: Lost, a kill\")", false),
            ("Removal(index: 3, name: \"LeaseTokens: Lost, a kill\")", false),
        ]);
        Assert.Equal(
            [("LeaseToken: Stuck, a kill", MutantStatus.Killed), ("LeaseToken: Lost, a kill", MutantStatus.Survived)],
            ProtocolRun.Judge(Some.Guard(MutantKind.Protocol, "LeaseToken"), run)
                .Select(each => (each.Mutant, each.Status)));
    }
}
