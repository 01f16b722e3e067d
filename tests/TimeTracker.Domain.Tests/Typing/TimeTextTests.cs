using System.Globalization;
using CsCheck;
using TimeTracker.Domain.TestKit;

namespace TimeTracker.Domain.Tests.Typing;

[Trait("Invariant", "INV-19")]
public sealed class TimeTextTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    // 08:41:13 in Berlin, on a Tuesday in winter.
    private static readonly DateTimeOffset Now = Desk.Morning;

    [Theory]
    [InlineData("9:30", "2027-03-09T09:30:00+01:00")]
    [InlineData("09:30:15", "2027-03-09T09:30:15+01:00")]
    [InlineData("0:00", "2027-03-09T00:00:00+01:00")]
    [InlineData("today", "2027-03-09T00:00:00+01:00")]
    [InlineData("Yesterday", "2027-03-08T00:00:00+01:00")]
    [InlineData("yesterday 17:00", "2027-03-08T17:00:00+01:00")]
    [InlineData(" today 7:05 ", "2027-03-09T07:05:00+01:00")]
    [InlineData("2027-03-02", "2027-03-02T00:00:00+01:00")]
    [InlineData("2027-07-02 9:30", "2027-07-02T09:30:00+02:00")]
    [InlineData("2027-07-02T09:30:01.5", "2027-07-02T09:30:01.5+02:00")]
    [InlineData("2027-03-02T09:30:00Z", "2027-03-02T09:30:00+00:00")]
    [InlineData("2027-03-02t09:30:00z", "2027-03-02T09:30:00+00:00")]
    [InlineData("2027-03-02T09:30+14:00", "2027-03-02T09:30:00+14:00")]
    [InlineData("2027-03-02T09:30-05:30", "2027-03-02T09:30:00-05:30")]
    [InlineData("2027-03-02 09:30+0100", "2027-03-02T09:30:00+01:00")]
    [InlineData("2027-03-02 09:30 +01", "2027-03-02T09:30:00+01:00")]
    [InlineData("now", "2027-03-09T08:41:13+01:00")]
    [InlineData("-90min", "2027-03-09T07:11:13+01:00")]
    [InlineData("- 90 min", "2027-03-09T07:11:13+01:00")]
    [InlineData("-9h30", "2027-03-08T23:11:13+01:00")]
    [InlineData("1d ago", "2027-03-08T08:41:13+01:00")]
    [InlineData("24:00", "2027-03-10T00:00:00+01:00")]
    [InlineData("2027-02-28 24:00", "2027-03-01T00:00:00+01:00")]
    [InlineData("yesterday 24:00", "2027-03-09T00:00:00+01:00")]
    [InlineData("1h30 ago", "2027-03-09T07:11:13+01:00")]
    public void ATimeAsPeopleTypeIt_IsOneInstant(string text, string expected)
    {
        Assert.True(TimeText.TryRead(text, Now, Berlin, out var instant, out _));
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), instant);
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture).Offset, instant.Offset);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("noon")]
    [InlineData("9")]
    [InlineData("90")]
    [InlineData("24:01")]
    [InlineData("--90m")]
    [InlineData("90m ago ago")]
    [InlineData("-90m ago")]
    [InlineData("- -90m")]
    [InlineData("-90m -30m")]
    [InlineData("9:60")]
    [InlineData("9:30+01:00")]
    [InlineData("today 9:30+01:00x")]
    [InlineData("03/02/2027")]
    [InlineData("2.3.2027 9:30")]
    [InlineData("2027-02-30")]
    [InlineData("2027-02-28T9:30+99:00")]
    [InlineData("2027-02-28T9:30+14:01")]
    [InlineData("9999-12-31T9:30Z")]
    [InlineData("-1:30")]
    [InlineData("0001-01-01T00:00+14:00")]
    [InlineData("٩:٣٠")]
    public void WhatCouldMeanAnything_IsRefusedWithWhatToType(string? text)
    {
        Assert.False(TimeText.TryRead(text, Now, Berlin, out _, out var rejection));
        Assert.Equal(RejectionCode.NotATime, rejection.Code);
        Assert.Contains("yesterday 17:00", rejection.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void ARefusal_ShowsNoControlCharacters()
    {
        Assert.False(TimeText.TryRead("\u001b[31m9:30", Now, Berlin, out _, out var rejection));
        Assert.DoesNotContain('\u001b', rejection.Message);
    }

    [Fact]
    public void ATimeThatTheClocksShowedTwice_IsRefusedWithBothReadings()
    {
        Assert.False(TimeText.TryRead("2026-10-25 02:30", Now, Berlin, out _, out var rejection));
        Assert.Equal(RejectionCode.AmbiguousTime, rejection.Code);
        Assert.Contains("2026-10-25T02:30:00+02:00 for the first", rejection.Hint, StringComparison.Ordinal);
        Assert.Contains("2026-10-25T02:30:00+01:00 for the second", rejection.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void ATimeThatTheClocksSkipped_IsRefusedWithBothReadings()
    {
        Assert.False(TimeText.TryRead("2027-03-28 02:30", Now, Berlin, out _, out var rejection));
        Assert.Equal(RejectionCode.SkippedTime, rejection.Code);
        Assert.Contains("2027-03-28T02:30:00+01:00", rejection.Hint, StringComparison.Ordinal);
        Assert.Contains("2027-03-28T02:30:00+02:00", rejection.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-10-25 01:59:59")]
    [InlineData("2026-10-25 03:00")]
    [InlineData("2027-03-28 01:59:59")]
    [InlineData("2027-03-28 03:00")]
    public void TheTimesBesideAChange_AreClear(string text) =>
        Assert.True(TimeText.TryRead(text, Now, Berlin, out _, out _));

    [Fact]
    public void ADateWhoseMidnightIsSkipped_BeginsWithItsFirstTime()
    {
        var santiago = TimeZoneInfo.FindSystemTimeZoneById("America/Santiago");
        Assert.True(TimeText.TryRead("2026-09-06", Now, santiago, out var start, out _));
        Assert.Equal(new DateTimeOffset(2026, 9, 6, 1, 0, 0, TimeSpan.FromHours(-3)), start);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("en-US")]
    public void TheCulture_DoesNotChangeTheMeaning(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            ATimeAsPeopleTypeIt_IsOneInstant("2027-03-02 09:30", "2027-03-02T09:30:00+01:00");
            ATimeAsPeopleTypeIt_IsOneInstant("yesterday 17:00", "2027-03-08T17:00:00+01:00");
            Assert.True(AmountText.TryRead("1:30:15", out var amount, out _));
            Assert.Equal(new TimeSpan(1, 30, 15), amount);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void InEveryZoneAroundEveryChange_AWallClocksTimeHasExactlyTheInstantsThatShowIt()
    {
        var zones = TimeZoneInfo.GetSystemTimeZones();
        Gen.Select(Gen.Int[0, zones.Count - 1], Gen.Int[0, 40 * 366 * 24 * 4]).Sample(
            (index, quarters) =>
            {
                var zone = zones[index];
                var instant = TimeZoneInfo.ConvertTime(
                    new DateTimeOffset(2000, 1, 3, 0, 0, 0, TimeSpan.Zero).AddMinutes(15L * quarters), zone);
                var readings = LocalTime.Readings(instant.DateTime, zone);
                return readings.Contains(instant)
                    && readings.All(reading => TimeZoneInfo.ConvertTime(reading, zone).DateTime == instant.DateTime);
            },
            iter: Samples.UpTo(20000));
    }

    [Theory]
    [InlineData("10m", 600)]
    [InlineData("90min", 5400)]
    [InlineData("1h30", 5400)]
    [InlineData("1h30m", 5400)]
    [InlineData("1h 30min 15s", 5415)]
    [InlineData("2h", 7200)]
    [InlineData("45s", 45)]
    [InlineData("00:10", 600)]
    [InlineData("1:30:15", 5415)]
    [InlineData("-1:00", -3600)]
    [InlineData("1H30", 5400)]
    public void AnAmountAsPeopleTypeIt_IsOneDuration(string text, int seconds)
    {
        Assert.True(AmountText.TryRead(text, out var amount, out _));
        Assert.Equal(TimeSpan.FromSeconds(seconds), amount);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("10")]
    [InlineData("1.5h")]
    [InlineData("h")]
    [InlineData("1:75")]
    [InlineData("1h90x")]
    [InlineData("99999999999999999h")]
    [InlineData("30m 1h")]
    public void AnAmountWithoutAMeaning_IsRefused(string? text)
    {
        Assert.False(AmountText.TryRead(text, out _, out var rejection));
        Assert.Equal(RejectionCode.NotAnAmount, rejection.Code);
    }
}
