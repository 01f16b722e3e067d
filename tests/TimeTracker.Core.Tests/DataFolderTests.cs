using TimeTracker.TestKit;

namespace TimeTracker.Core.Tests;

/// <summary>Where a store lies that nobody gave a place.</summary>
public sealed class DataFolderTests : IDisposable
{
    private const string XdgDataHome = "XDG_DATA_HOME";

    private readonly string? _named = Environment.GetEnvironmentVariable(DataFolder.Variable);
    private readonly string? _xdg = Environment.GetEnvironmentVariable(XdgDataHome);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(DataFolder.Variable, _named);
        Environment.SetEnvironmentVariable(XdgDataHome, _xdg);
    }

    [Fact]
    public void TheVariable_NamesIt()
    {
        Environment.SetEnvironmentVariable(DataFolder.Variable, Path.GetFullPath("/mine/../yours"));
        Assert.Equal(Path.GetFullPath("/yours"), DataFolder.Default());
    }

    [Theory]
    [InlineData("~", "")]
    [InlineData("~/tt", "tt")]
    public void ATilde_IsTheUsersHome(string named, string within)
    {
        Environment.SetEnvironmentVariable(DataFolder.Variable, named);
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        Assert.Equal(Path.TrimEndingDirectorySeparator(Path.Combine(home, within)), Path.TrimEndingDirectorySeparator(DataFolder.Default()));
    }

    [Theory]
    [InlineData("mine")]
    [InlineData("./mine")]
    [InlineData("~mine")]
    public void APathFromTheCurrentFolder_IsRefused(string named)
    {
        Environment.SetEnvironmentVariable(DataFolder.Variable, named);
        var failure = Assert.Throws<StoreException>(DataFolder.Default);
        Assert.Equal(StoreFault.CannotOpen, failure.Fault);
        Assert.Contains($"'{named}'", failure.Message, StringComparison.Ordinal);
    }

    [RequiresFact(Requirement.Linux)]
    public void WithoutTheVariable_OrWithAnEmptyOne_ItIsAmongTheUsersData()
    {
        Environment.SetEnvironmentVariable(XdgDataHome, "/data/of/mine");
        foreach (var named in new[] { null, string.Empty })
        {
            Environment.SetEnvironmentVariable(DataFolder.Variable, named);
            Assert.Equal("/data/of/mine/timetracker", DataFolder.Default());
        }
    }
}
