using TimeTracker.MutationLedger.Code;

namespace TimeTracker.MutationLedger.Tests.Code;

public sealed class ScoreRunTests
{
    [Fact]
    public void AFolderThatIsNoProjects_IsRefused_AndThoseThatAreAreNamed() => Assert.Equal(
        "'core/Other' has no score; those with one are core/TimeTracker.Domain, core/TimeTracker.Sqlite, core/TimeTracker.Core.",
        Assert.Throws<InvalidDataException>(() => ScoreRun.Run(["core/Other"])).Message);
}
