namespace TimeTracker.Sqlite.Tests;

public sealed class DatabaseOptionsTests
{
    [Fact]
    public void Defaults_AreThoseOfTheProduct()
    {
        var options = new DatabaseOptions();
        Assert.Equal(TimeSpan.FromSeconds(10), options.BusyTimeout);
        Assert.Equal((TimeProvider.System, "TimeTracker"), (options.Clock, options.Program));
    }

    [Fact]
    public void BusyTimeout_LiesBetweenNothingAndTenMinutes()
    {
        Assert.Equal(TimeSpan.Zero, new DatabaseOptions { BusyTimeout = TimeSpan.Zero }.BusyTimeout);
        var longest = DatabaseOptions.BusyTimeoutMax;
        Assert.Equal(TimeSpan.FromMinutes(10), new DatabaseOptions { BusyTimeout = longest }.BusyTimeout);
        var tick = TimeSpan.FromTicks(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => new DatabaseOptions { BusyTimeout = -tick });
        Assert.Throws<ArgumentOutOfRangeException>(() => new DatabaseOptions { BusyTimeout = longest + tick });
    }
}
