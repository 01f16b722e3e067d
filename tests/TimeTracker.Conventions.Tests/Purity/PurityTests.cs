namespace TimeTracker.Conventions.Tests.Purity;

public sealed class PurityTests
{
    private static readonly string Domain = Repository.Assembly("TimeTracker.Domain");

    private static readonly string Impure = typeof(ImpureExample).Assembly.Location;

    [Fact]
    public void Domain_UsesNoMachineNoClockNoChance() => Assert.Empty(PurityCheck.Violations(Domain));

    [Fact]
    public void Domain_HasNoStaticState()
    {
        using var use = new MemberUse(Domain);
        Assert.Empty(use.MutableStatics());
    }

    [Theory]
    [InlineData("System.IO.File.Exists")]
    [InlineData("System.IO.Directory.Exists")]
    [InlineData("System.Environment.get_MachineName")]
    [InlineData("System.Guid.NewGuid")]
    [InlineData("System.Guid.CreateVersion7")]
    [InlineData("System.DateTime.get_Now")]
    [InlineData("System.DateTime.get_UtcNow")]
    [InlineData("System.DateTimeOffset.get_Now")]
    [InlineData("System.DateTimeOffset.get_UtcNow")]
    [InlineData("System.Threading.Thread.get_CurrentThread")]
    [InlineData("System.Threading.Tasks.Task.Run")]
    [InlineData("System.Random..ctor")]
    [InlineData("System.Diagnostics.Stopwatch.GetTimestamp")]
    [InlineData("System.Console.get_Out")]
    [InlineData("System.TimeZoneInfo.get_Local")]
    public void AnImpureUse_IsFound(string member) => Assert.Contains(member, PurityCheck.Violations(Impure));

    [Fact]
    public void AMutableStatic_IsFound()
    {
        using var use = new MemberUse(Impure);
        Assert.Contains($"{nameof(ImpureExample)}.{nameof(ImpureExample.Changing)}", use.MutableStatics());
    }
}
