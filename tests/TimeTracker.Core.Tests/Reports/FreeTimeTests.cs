using System.Globalization;
using TimeTracker.Domain;

namespace TimeTracker.Core.Tests.Reports;

/// <summary>Where nothing is booked in a person's working hours.</summary>
public sealed class FreeTimeTests : IDisposable
{
    private static readonly WorkingHours Hours = new(TimeSpan.FromHours(9), TimeSpan.FromHours(17), TimeSpan.FromMinutes(15));

    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void WhatNoEntryCovers_IsFree_ByTheLocalClock()
    {
        _bench.Add("Early", Bench.Monday(7), TimeSpan.FromMinutes(90));
        _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1));
        Assert.Equal(
            "08 09:30 +01:00 to 08 10:00 +01:00,08 11:00 +01:00 to 08 17:00 +01:00",
            Free(Bench.Monday(0), Bench.Monday(20)));
    }

    [Fact]
    public void ThePeriod_CutsWhatIsFree() => Assert.Equal(
        "08 12:00 +01:00 to 08 14:30 +01:00", Free(Bench.Monday(11), Bench.Monday(13, 30)));

    [Fact]
    public void WhatBeganBeforeThePeriod_CoversIt()
    {
        _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(3));
        Assert.Equal("08 13:00 +01:00 to 08 14:00 +01:00", Free(Bench.Monday(11), Bench.Monday(13)));
    }

    [Fact]
    public void NothingIsFreeBeyondNow() => Assert.Equal(
        "08 12:00 +01:00 to 08 17:00 +01:00", Free(Bench.Monday(11), Bench.Monday(11).AddYears(1)));

    [Fact]
    public void WhatIsFreeToday_EndsNow()
    {
        _bench.Clock.Work(TimeSpan.FromHours(2));
        Assert.Equal("09 09:00 +01:00 to 09 10:41 +01:00", Free(Bench.Monday(20), Bench.Monday(20).AddDays(3)));
    }

    [Theory]
    [InlineData(15, "08 10:00 +01:00 to 08 10:15 +01:00")]
    [InlineData(14, "")]
    public void OnlyWhatIsLongEnough_IsWorthAMention(int minutes, string free)
    {
        _bench.Add("Before", Bench.Monday(8), TimeSpan.FromHours(1));
        _bench.Add("After", Bench.Monday(9, minutes), TimeSpan.FromHours(1));
        Assert.Equal(free, Free(Bench.Monday(8), Bench.Monday(10)));
    }

    [Fact]
    public void WhereTheClockHasLostTheYear_NothingIsKnownToBeFree()
    {
        _bench.Clock.Utc = DateTimeOffset.UnixEpoch;
        Assert.Throws<StoreException>(() => Free(Bench.Monday(0), Bench.Monday(20)));
    }

    private string Free(DateTimeOffset from, DateTimeOffset to) => string.Join(
        ',',
        _bench.Tracker.Reports.FreeTime(from, to, Hours).Select(free => string.Create(
            CultureInfo.InvariantCulture, $"{free.From:dd HH:mm zzz} to {free.To:dd HH:mm zzz}")));
}
