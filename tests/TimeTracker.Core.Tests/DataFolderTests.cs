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
    public void TheVariable_NamesIt_FromTheCurrentFolder()
    {
        Environment.SetEnvironmentVariable(DataFolder.Variable, "mine");
        Assert.Equal(Path.GetFullPath("mine"), DataFolder.Default());
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
