namespace TimeTracker.Conventions.Tests.Module;

public sealed class CmdletCheckTests
{
    private static readonly CmdletShape Good = new(
        "StartTtTimer", "Start", "TtTimer", IsSealed: true, SupportsShouldProcess: true, ["TimeTracker.TtEntry"],
        [
            new("Project", typeof(string), ["ParameterAttribute", "ArgumentCompleterAttribute"]),
            new("At", typeof(DateTimeOffset?), ["ParameterAttribute", "TtTimeAttribute"]),
            new("Ago", typeof(TimeSpan?), ["ParameterAttribute", "TtAmountAttribute"]),
            new("PassThru", typeof(bool), ["ParameterAttribute"]),
        ]);

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
        AssertFound(
        "ShouldProcess", Good with { SupportsShouldProcess = false, Parameters = Without("PassThru") });

    [Fact]
    public void AReadingCmdletThatAsks_IsFound() =>
        AssertFound(
        "ShouldProcess", Good with { Class = "GetTtTimer", Verb = "Get" });

    [Fact]
    public void ACmdletThatDoesNotSayWhatItWrites_IsFound() =>
        AssertFound(
        "OutputType", Good with { OutputTypes = [], Parameters = Without("PassThru") });

    [Fact]
    public void AnOpenClass_IsFound() => AssertFound("sealed", Good with { IsSealed = false });

    [Fact]
    public void AChangeThatCannotBeShown_IsFound() =>
        AssertFound("PassThru", Good with { Parameters = Without("PassThru") });

    [Fact]
    public void ASync_SaysWhatItDid() => Assert.Empty(CmdletCheck.Violations(Good with
    {
        Class = "SyncTtStore", Verb = "Sync", Noun = "TtStore", Parameters = [],
    }));

    [Theory]
    [InlineData("At")]
    [InlineData("Ago")]
    public void ATimerCmdletThatActsNowAlone_IsFound(string parameter) =>
        AssertFound("-At and -Ago", Good with { Parameters = Without(parameter) });

    [Theory]
    [InlineData("Project", "Tab offers nothing")]
    [InlineData("At", "TtTimeAttribute")]
    [InlineData("Ago", "TtAmountAttribute")]
    public void AParameterUnlikeItsKind_IsFound(string name, string what) => AssertFound(what, Good with
    {
        Parameters = [.. Good.Parameters.Select(one => one.Name == name ? one with { Attributes = [] } : one)],
    });

    private static IReadOnlyList<ParameterShape> Without(string parameter) =>
        [.. Good.Parameters.Where(one => one.Name != parameter)];

    private static void AssertFound(string what, CmdletShape cmdlet) =>
        Assert.Contains(what, Assert.Single(CmdletCheck.Violations(cmdlet)), StringComparison.Ordinal);
}
