using TimeTracker.Core.Sync;

namespace TimeTracker.Core.Tests.Sync;

/// <summary>Where a token may go, and where paths are put behind.</summary>
[Trait("Invariant", "INV-30")]
public sealed class ServerAddressTests
{
    private const string Open = "plain http would show what you book, and the token, to everybody on the way";
    private const string Other = "it begins with neither https:// nor, on this machine, http://";

    [Theory]
    [InlineData("https://time.example/tt", null)]
    [InlineData("https://127.0.0.1", null)]
    [InlineData("http://127.0.0.1:8080", null)]
    [InlineData("http://[::1]:8080", null)]
    [InlineData("http://localhost", null)]
    [InlineData("http://time.example", Open)]
    [InlineData("ftp://time.example", Other)]
    [InlineData("ftp://127.0.0.1", Other)]
    [InlineData("time.example", "it is not a whole address")]
    public void AnAddressThatCannotBeUsed_SaysWhy(string address, string? fault) =>
        Assert.Equal(fault, ServerAddress.Fault(new Uri(address, UriKind.RelativeOrAbsolute)));

    [Theory]
    [InlineData("https://time.example", "https://time.example/")]
    [InlineData("https://time.example/tt", "https://time.example/tt/")]
    [InlineData("https://time.example/tt//", "https://time.example/tt/")]
    [InlineData("https://time.example:8443/tt?a=b#c", "https://time.example:8443/tt/")]
    public void PathsArePutBehindTheWholePath_AndNothingElse(string address, string expected) =>
        Assert.Equal(expected, ServerAddress.Base(new Uri(address)).ToString());
}
