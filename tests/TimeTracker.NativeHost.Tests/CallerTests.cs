namespace TimeTracker.NativeHost.Tests;

public sealed class CallerTests
{
    private const string Ours = $"chrome-extension://{ExtensionIds.Chromium}/";

    [Theory]
    [Trait("Fault", "54")]
    [InlineData(Ours)]
    [InlineData(Ours, "--parent-window=0")]
    [InlineData("/home/ann/.mozilla/native-messaging-hosts/timetracker.host.json", ExtensionIds.Firefox)]
    public void OurExtension_IsServed(params string[] arguments) => Assert.IsType<Caller.Extension>(Caller.Of(arguments));

    [Theory]
    [Trait("Fault", "54")]
    [Trait("Invariant", "INV-26")]
    [InlineData("chrome-extension://abcdefghijklmnopabcdefghijklmnop/")]
    [InlineData("chrome-extension://abcdefghijklmnopabcdefghijklmnop/", Ours)]
    [InlineData($"chrome-extension://{ExtensionIds.Chromium}")]
    [InlineData($"chrome-extension://{ExtensionIds.Chromium}/x")]
    [InlineData("/home/ann/.mozilla/native-messaging-hosts/timetracker.host.json", "other@example.org")]
    [InlineData("/home/ann/.mozilla/native-messaging-hosts/timetracker.host.json", "{7c6e1b6a-1111-4222-8333-444455556666}")]
    [InlineData("/elsewhere.json", "other@example.org")]
    public void AnotherExtension_IsNot(params string[] arguments) => Assert.IsType<Caller.Stranger>(Caller.Of(arguments));

    [Theory]
    [InlineData]
    [InlineData("install")]
    [InlineData("install", "--json")]
    [InlineData("doctor")]
    public void APerson_IsTold(params string[] arguments) => Assert.IsType<Caller.Person>(Caller.Of(arguments));
}
