namespace TimeTracker.Conventions.Tests.Module;

public sealed class CmdletCheckTests
{
    private static readonly CmdletShape Good = new("StartTtTimer", "Start", "TtTimer", true, ["TtEntry"]);

    [Fact]
    public void AGoodCmdlet_PassesInSilence() => Assert.Empty(CmdletCheck.Violations(Good));

    [Fact]
    public void AVerbOfOnesOwn_IsFound() =>
        AssertFound("approved", Good with { Class = "BeginTtTimer", Verb = "Begin" });

    [Theory]
    [InlineData("Timer")]
    [InlineData("Tttimer")]
    [InlineData("Tt")]
    public void ANounWithoutThePrefix_IsFound(string noun) =>
        AssertFound("capital", Good with { Class = "Start" + noun, Noun = noun });

    [Fact]
    public void APluralNoun_IsFound() =>
        AssertFound("plural", Good with { Class = "StartTtTimers", Noun = "TtTimers" });

    [Fact]
    public void AClassOfAnotherName_IsFound() => AssertFound("class", Good with { Class = "StartCommand" });

    [Fact]
    public void AChangeThatDoesNotAsk_IsFound() =>
        AssertFound("ShouldProcess", Good with { SupportsShouldProcess = false });

    [Fact]
    public void AReadingCmdletThatAsks_IsFound() =>
        AssertFound("ShouldProcess", Good with { Class = "GetTtTimer", Verb = "Get" });

    [Fact]
    public void ACmdletThatDoesNotSayWhatItWrites_IsFound() =>
        AssertFound("OutputType", Good with { OutputTypes = [] });

    private static void AssertFound(string what, CmdletShape cmdlet) =>
        Assert.Contains(what, Assert.Single(CmdletCheck.Violations(cmdlet)), StringComparison.Ordinal);
}
