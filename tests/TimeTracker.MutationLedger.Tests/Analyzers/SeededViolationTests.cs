using TimeTracker.MutationLedger.Analyzers;
using TimeTracker.MutationLedger.Checking;
using TimeTracker.MutationLedger.Guards;
using TimeTracker.MutationLedger.Tests.Checking;
using TimeTracker.TestKit;

namespace TimeTracker.MutationLedger.Tests.Analyzers;

public sealed class SeededViolationTests
{
    [Fact]
    public void ThisRepositorysBuild_RefusesEachViolation()
    {
        using var work = new TemporaryFolder();
        Assert.Equal(new Repository().Rules.Order(), SeededBuild.Errors(work.Path, off: null).Order());
    }

    [Theory]
    [InlineData("TT0001", "", MutantStatus.Killed)]
    [InlineData("TT0001 TT0002", "TT0002", MutantStatus.Killed)]
    [InlineData("TT0001", "TT0001", MutantStatus.Survived)]
    [InlineData("TT0002", "", MutantStatus.NoCoverage)]
    public void ARule_IsJudgedByWhatTheBuildRefusesWithAndWithoutIt(string on, string off, object status) =>
        Assert.Equal(
            (MutantStatus)status,
            AnalyzerRun.Judge(Some.Rule, on.Split(' ').ToHashSet(), off.Split(' ').ToHashSet()).Status);

    [Fact]
    public void ARuleThatIsOff_IsOffInThePreset() => Assert.Equal(
        "a\ndotnet_diagnostic.TT0001.severity = none\ndotnet_diagnostic.TT0002.severity = error",
        SeededBuild.Preset(
            "a\ndotnet_diagnostic.TT0001.severity = error\ndotnet_diagnostic.TT0002.severity = error", "TT0001"));
}
