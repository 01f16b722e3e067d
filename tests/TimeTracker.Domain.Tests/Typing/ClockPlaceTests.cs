using System.Globalization;
using CsCheck;
using TimeTracker.Domain.TestKit;

namespace TimeTracker.Domain.Tests.Typing;

/// <summary>Which day a time of day belongs to that is typed about an entry.</summary>
public sealed class ClockPlaceTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    // 00:20 in Berlin, on a Tuesday in winter.
    private static readonly DateTimeOffset Midnight = At("2027-03-09T00:20:00+01:00");

    [Theory]
    [InlineData("23:30", "2027-03-08T22:00:00+01:00", "2027-03-08T23:30:00+01:00")]
    [InlineData("0:10", "2027-03-08T22:00:00+01:00", "2027-03-09T00:10:00+01:00")]
    [InlineData("24:00", "2027-03-08T22:00:00+01:00", "2027-03-09T00:00:00+01:00")]
    [InlineData("22:00", "2027-03-08T22:00:00+01:00", "2027-03-08T22:00:00+01:00")]
    [InlineData("yesterday 23:00", "2027-03-08T22:00:00+01:00", "2027-03-08T23:00:00+01:00")]
    [InlineData("21:00", "2027-03-08T22:00:00+01:00", "2027-03-09T21:00:00+01:00")]
    public void OfWhatRan_TheTimeIsTheOneWhileItRan(string text, string start, string expected) =>
        Assert.Equal(At(expected), Read(text, ClockPlace.Since(At(start))));

    [Fact]
    public void WhereTwoDaysHaveIt_BothAreNamed_AndCanBeTyped()
    {
        Assert.False(TimeText.TryRead(
            "23:30", ClockPlace.Since(At("2027-03-07T20:00:00+01:00")), Midnight, Berlin, out _, out var rejection));
        Assert.Equal(RejectionCode.SeveralDays, rejection.Code);
        var typed = rejection.Hint["Type ".Length..].TrimEnd('.').Split(" or ");
        Assert.Equal(
            [At("2027-03-07T23:30:00+01:00"), At("2027-03-08T23:30:00+01:00")],
            typed.Select(text => Read(text, ClockPlace.Today)));
    }

    [Theory]
    [InlineData("13:45", "2027-03-02T09:00:00+01:00", "2027-03-02T13:45:00+01:00")]
    [InlineData("9:00", "2027-03-02T09:00:00+01:00", "2027-03-02T09:00:00+01:00")]
    [InlineData("8:00", "2027-03-02T09:00:00+01:00", "2027-03-03T08:00:00+01:00")]
    [InlineData("24:00", "2027-03-02T09:00:00+01:00", "2027-03-03T00:00:00+01:00")]
    [InlineData("0:00", "2027-03-02T09:00:00+01:00", "2027-03-03T00:00:00+01:00")]
    [InlineData("2027-03-05 9:00", "2027-03-02T09:00:00+01:00", "2027-03-05T09:00:00+01:00")]
    [InlineData("9:00", "2027-03-02T09:00:00.5+01:00", "2027-03-03T09:00:00+01:00")]
    public void AnEnd_IsTheFirstSuchTimeFromTheStart(string text, string start, string expected) =>
        Assert.Equal(At(expected), Read(text, ClockPlace.From(At(start))));

    [Theory]
    [InlineData("2027-03-02")]
    [InlineData("today")]
    [InlineData(" Yesterday ")]
    public void ADateAlone_IsNoEnd(string text)
    {
        Assert.False(TimeText.TryRead(text, ClockPlace.From(Midnight), Midnight, Berlin, out _, out var rejection));
        Assert.Equal(RejectionCode.DateNotATime, rejection.Code);
        Assert.True(TimeText.IsDate(text));
    }

    [Theory]
    [InlineData("9:30")]
    [InlineData("2027-03-02 9:30")]
    [InlineData("")]
    [InlineData("90m ago")]
    [InlineData("now")]
    public void WhatSaysMoreOrLess_IsNoDateAlone(string text) => Assert.False(TimeText.IsDate(text));

    [Fact]
    public void AStart_IsOnTheDayOfTheEntry() =>
        Assert.Equal(At("2027-03-02T08:00:00+01:00"), Read("8:00", ClockPlace.OnDayOf(At("2027-03-01T23:30:00Z"))));

    [Fact]
    public void ATimeThatTheDaysClockShowedTwice_IsRefused()
    {
        Assert.False(TimeText.TryRead(
            "2:30", ClockPlace.OnDayOf(At("2026-10-25T12:00:00Z")), Midnight, Berlin, out _, out var rejection));
        Assert.Equal(RejectionCode.AmbiguousTime, rejection.Code);
    }

    /// <summary>Whatever is accepted has one reading: written out and typed again, it is the same instant.</summary>
    [Fact]
    [Trait("Invariant", "INV-19")]
    public void WhateverIsAccepted_TypedAgainInFull_IsTheSameInstant()
    {
        var texts = Gen.Select(
            OneOf("", "today ", "yesterday ", "2026-10-25 ", "2027-03-28T", "2027-03-09 ", "-", "- ", "--"),
            OneOf("0:00", "2:30", "9:30", "24:00", "23:59:59.5", "25:00", "9h30", "90m", "14h", "1d", "45s", "", "now"),
            OneOf("", " ago", " ago ago", "Z", "+01:00", " -05:30", "+14"));
        var places = OneOf(
            ClockPlace.Today, ClockPlace.From(At("2026-10-24T22:10:00Z")), ClockPlace.Since(At("2027-03-08T12:00:00Z")),
            ClockPlace.OnDayOf(At("2027-03-28T12:00:00Z")));
        Gen.Select(texts, places).Sample(
            (parts, place) =>
            {
                var text = string.Concat(parts.Item1, parts.Item2, parts.Item3);
                if (TimeText.TryRead(text, place, Midnight, Berlin, out var instant, out _))
                {
                    var full = instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);
                    Assert.Equal(instant, Read(full, ClockPlace.Today));
                    Assert.Equal(instant, Read(full, place));
                    Assert.False(
                        AmountText.TryRead(text, out _, out _) && !text.StartsWith('-') && !text.Contains(':', StringComparison.Ordinal),
                        $"'{text}' is an amount too");
                }
            },
            iter: Samples.UpTo(2000));
    }

    private static DateTimeOffset Read(string text, ClockPlace place)
    {
        Assert.True(TimeText.TryRead(text, place, Midnight, Berlin, out var instant, out var rejection), rejection?.Message);
        return instant;
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
