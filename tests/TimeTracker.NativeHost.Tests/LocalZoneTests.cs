using Microsoft.Extensions.Time.Testing;

namespace TimeTracker.NativeHost.Tests;

[Collection(Alone.Name)]
public sealed class LocalZoneTests : IDisposable
{
    private readonly string? _before = Environment.GetEnvironmentVariable("TZ");

    public void Dispose() => Set(_before);

    [Theory]
    [InlineData(30, 0)]
    [InlineData(61, 9)]
    public void AJourney_IsNoticedWithinAMinute(int seconds, int hours)
    {
        Set("UTC");
        var time = new FakeTimeProvider();
        var zone = new LocalZone(time);
        Assert.Equal(TimeSpan.Zero, zone.Current().BaseUtcOffset);
        Environment.SetEnvironmentVariable("TZ", "Asia/Tokyo");
        time.Advance(TimeSpan.FromSeconds(seconds));
        Assert.Equal(TimeSpan.FromHours(hours), zone.Current().BaseUtcOffset);
    }

    private static void Set(string? zone)
    {
        Environment.SetEnvironmentVariable("TZ", zone);
        TimeZoneInfo.ClearCachedData();
    }
}
