using TimeTracker.NativeHost.Terminal;

namespace TimeTracker.NativeHost.Tests.Terminal;

public sealed class CommandLineTests
{
    [Fact]
    public void Verbs_AreRead()
    {
        Assert.Equal(new Verb.Install(null, ForAll: false, Service: false), Parse("install"));
        Assert.Equal(new Verb.Install("firefox", ForAll: true, Service: true), Parse("install", "--service", "--browser", "firefox", "--system"));
        Assert.Equal(new Verb.Uninstall("Edge", ForAll: false), Parse("uninstall", "--browser", "Edge"));
        Assert.Equal(new Verb.Doctor(), Parse("doctor"));
        Assert.Equal(new Verb.Status(), Parse("status"));
        Assert.Equal(new Verb.Run(), Parse("run"));
        Assert.Equal(new Verb.Help(), Parse());
        Assert.Equal(new Verb.Help(), Parse("install", "--help"));
    }

    [Fact]
    public void Json_MayStandAnywhere()
    {
        Assert.Equal(new CommandLine(true, new Verb.Doctor()), CommandLine.Parse(["--json", "doctor"]));
        Assert.Equal(new CommandLine(true, new Verb.Status()), CommandLine.Parse(["status", "--json"]));
    }

    [Theory]
    [InlineData("dance")]
    [InlineData("install", "--browser")]
    [InlineData("install", "--browser", "Netscape")]
    [InlineData("install", "here")]
    [InlineData("uninstall", "--service")]
    [InlineData("doctor", "--system")]
    [InlineData("run", "--browser", "Edge")]
    public void AnythingElse_IsRefused(params string[] arguments) => Assert.IsType<Verb.Unknown>(Parse(arguments));

    private static Verb Parse(params string[] arguments) => CommandLine.Parse(arguments).Verb;
}
