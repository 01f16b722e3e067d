using System.Management.Automation;

namespace TimeTracker.PowerShell.Tests;

[Trait("Invariant", "INV-19")]
public sealed class TypedTimeTests : IDisposable
{
    private readonly Engine _engine = new();
    private readonly string? _zone = Environment.GetEnvironmentVariable("TZ");

    public TypedTimeTests() => SetZone("Europe/Berlin");

    public void Dispose()
    {
        SetZone(_zone);
        _engine.Dispose();
    }

    [Theory]
    [InlineData("'2026-03-02 09:30'", "2026-03-02T09:30:00.0000000+01:00")]
    [InlineData("'2026-07-02 09:30'", "2026-07-02T09:30:00.0000000+02:00")]
    [InlineData("'2026-03-02T09:30Z'", "2026-03-02T10:30:00.0000000+01:00")]
    [InlineData("2026-03-02", "2026-03-02T00:00:00.0000000+01:00")]
    [InlineData("([datetime]::new(2026, 3, 2, 9, 30, 0))", "2026-03-02T09:30:00.0000000+01:00")]
    [InlineData("([datetime]::SpecifyKind('2026-03-02T09:30:00', 'Utc'))", "2026-03-02T10:30:00.0000000+01:00")]
    [InlineData("([DateTimeOffset]'2026-03-02T09:30:00-05:00')", "2026-03-02T15:30:00.0000000+01:00")]
    public void ATimeOrAnObject_IsOneInstantOfTheLocalZone(string start, string expected)
    {
        var entry = _engine.Run($"Add-TtEntry 'Plan' -Start {start} -End '2026-08-01 0:00' -PassThru")[0];
        Assert.Equal(expected, ((DateTimeOffset)entry.Properties["Start"].Value).ToString("O"));
    }

    [Theory]
    [InlineData("Start-TtTimer 'x' -Ago 10", "Ago", "10m")]
    [InlineData("Start-TtTimer 'x' -Ago 1d", "Ago", "quote it, '1d'")]
    [InlineData("Start-TtTimer 'x' -Ago 'ten minutes'", "Ago", "1h30")]
    public void WhatCouldMeanAnything_IsAnErrorWithTheParameterAndWhatToType(string script, string parameter, string instead)
    {
        var error = _engine.Fail(script);
        Assert.StartsWith("ParameterArgumentTransformationError,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains($"'{parameter}'", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", error.ToString(), StringComparison.Ordinal);
        Assert.Contains(instead, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_engine.Folder));
    }

    [Theory]
    [InlineData("Add-TtEntry 'x' -Start '03/02/2026' -End '2026-03-03 10:00'", "NotATime", "-Start", "2026-03-02 09:30")]
    [InlineData("Add-TtEntry 'x' -Start '2026-03-02' -End ''", "NotATime", "-End", "2026-03-02 09:30")]
    [InlineData("Set-TtEntry 01890000-0000-7000-8000-000000000001 -End $null", "NotATime", "-End", "2026-03-02 09:30")]
    [InlineData("Start-TtTimer 'x' -At '2026-10-25 02:30'", "AmbiguousTime", "-At", "2026-10-25T02:30:00+01:00")]
    [InlineData("Start-TtTimer 'x' -At '2026-03-29 02:30'", "SkippedTime", "-At", "2026-03-29T02:30:00+02:00")]
    [InlineData("Start-TtTimer 'x' -At ([datetime]::new(2026, 10, 25, 2, 30, 0))", "AmbiguousTime", "-At", "2026-10-25T02:30:00+02:00")]
    [InlineData("Stop-TtTimer -At 'half past nine'", "NotATime", "-At", "yesterday 17:00")]
    [InlineData("Stop-TtTimer -At 9", "NotATime", "-At", "9:30")]
    [InlineData("Start-TtTimer 'x' -At 9h30", "AmountNotATime", "-At", "Type 9:30 for the time of day, or '9h30 ago'")]
    [InlineData("Start-TtTimer 'x' -At 14h", "AmountNotATime", "-At", "Type 14:00 for the time of day, or '14h ago'")]
    [InlineData("Start-TtTimer 'x' -At 90m", "AmountNotATime", "-At", "'90m ago'")]
    [InlineData("Start-TtTimer 'x' -At '--90m'", "NotATime", "-At", "-90min")]
    [InlineData("Start-TtTimer 'x' -At '90m ago ago'", "NotATime", "-At", "-90min")]
    [InlineData("Start-TtTimer 'x' -At '-90m ago'", "NotATime", "-At", "-90min")]
    [InlineData("Start-TtTimer 'x' -At ([timespan]'1:30')", "AmountNotATime", "-At", "minus that amount")]
    [InlineData("Add-TtEntry 'x' -Start 9:00 -End 30m", "AmountNotATime", "-End", "-Duration 30m")]
    [InlineData("Add-TtEntry 'x' -Start 2026-03-02 -End 2026-03-03", "DateNotATime", "-End", "'2026-03-03 24:00'")]
    [InlineData("Add-TtEntry 'x' -Start 2026-03-02 -End ([DateOnly]'2026-03-03')", "DateNotATime", "-End", "'2026-03-03 24:00'")]
    public void ATimeThatCouldMeanAnything_IsAnErrorWithTheParameterAndWhatToType(
        string script, string id, string parameter, string instead)
    {
        var error = _engine.Fail(script);
        Assert.StartsWith($"{id},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith($"{parameter}: ", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", error.ToString(), StringComparison.Ordinal);
        Assert.Contains(instead, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_engine.Folder));
    }

    [Theory]
    [InlineData("-End 13:45", "2026-03-02 09:00 to 2026-03-02 13:45")]
    [InlineData("-End 8:15", "2026-03-02 09:00 to 2026-03-03 08:15")]
    [InlineData("-End 24:00", "2026-03-02 09:00 to 2026-03-03 00:00")]
    [InlineData("-Start 8:00", "2026-03-02 08:00 to 2026-03-02 10:00")]
    [InlineData("-Start 8:00 -End 9:30", "2026-03-02 08:00 to 2026-03-02 09:30")]
    [InlineData("-Duration 45m", "2026-03-02 09:00 to 2026-03-02 09:45")]
    [InlineData("-Start 8:00 -Duration 45m", "2026-03-02 08:00 to 2026-03-02 08:45")]
    public void ATimeOfDayGivenToAnOlderEntry_IsOfItsOwnDay(string typed, string expected)
    {
        _engine.Run($"Add-TtEntry 'Plan' -Start '2026-03-02 9:00' -End 10:00; Get-TtEntry -Text Plan | Set-TtEntry {typed}");
        Assert.Equal(expected, Span(Assert.Single(_engine.Run("Get-TtEntry -Text Plan"))));
    }

    [Theory]
    [InlineData("-End 9:45", "2026-03-02 09:00 to 2026-03-02 09:45")]
    [InlineData("-End 0:30", "2026-03-02 09:00 to 2026-03-03 00:30")]
    [InlineData("-Duration 1h30", "2026-03-02 09:00 to 2026-03-02 10:30")]
    [InlineData("-End '2026-03-02 24:00'", "2026-03-02 09:00 to 2026-03-03 00:00")]
    public void AnEndOrADuration_EndsANewEntry(string typed, string expected) => Assert.Equal(
        expected, Span(_engine.Run($"Add-TtEntry 'Plan' -Start '2026-03-02 9:00' {typed} -PassThru")[0]));

    [Theory]
    [InlineData("-End 10:00 -Duration 30m", "NotTogether")]
    [InlineData("-Duration -30m", "DurationNegative")]
    [InlineData("", "TimeMissing")]
    public void AnEndThatCannotBe_IsRefused(string typed, string id) => Assert.StartsWith(
        $"{id},", _engine.Fail($"Add-TtEntry 'Plan' -Start '2026-03-02 9:00' {typed}").FullyQualifiedErrorId, StringComparison.Ordinal);

    [Fact]
    public void ARowThatHasAnEmptyEnd_GoesOn_WhateverItsDurationWas()
    {
        _engine.Run("Start-TtTimer Plan -Ago 1h; $e = Get-TtEntry -Text Plan");
        _engine.Run("[pscustomobject]@{ EntryId = $e.EntryId; Description = 'Plan B'; End = ''; Duration = '0:30' } | Set-TtEntry");
        _engine.Run("Get-TtTimer | Set-TtEntry -Billable");
        Assert.Equal("Running", $"{_engine.Run("(Get-TtTimer).State")[0]}");
    }

    [Fact]
    public void Seconds_AreAnAmount() => Assert.Equal(
        45, ((TimeSpan)_engine.Run("Start-TtTimer x -Ago 45s -PassThru")[0].Properties["Duration"].Value).TotalSeconds, tolerance: 3.0);

    [Fact]
    public void AnEntryOfDays_IsToldAndAsked()
    {
        var (_, errors, warnings) = _engine.Try("Add-TtEntry 'Plan' -Start '2026-03-02 9:00' -End '2026-03-05 9:45'");
        Assert.Empty(errors);
        Assert.Contains("lasts 72:45:00", Assert.Single(warnings), StringComparison.Ordinal);
        Assert.Equal("Overlong", $"{Assert.Single(_engine.Run("Get-TtReview")).Properties["Kind"].Value}");
    }

    [Fact]
    public void WhatGivesWay_IsNamed()
    {
        _engine.Run("""
            Add-TtEntry 'Before' -Start '2026-03-02 8:00' -End 9:30
            Add-TtEntry 'Within' -Start '2026-03-02 9:40' -End 9:50
            """);
        var warnings = _engine.Try("Add-TtEntry 'Plan' -Start '2026-03-02 9:00' -End 10:00 -Adjust Trim").Warnings;
        Assert.Contains(warnings, warning => warning.StartsWith("'Before' gave way", StringComparison.Ordinal));
        Assert.Contains(warnings, warning => warning.StartsWith("'Within', ", StringComparison.Ordinal)
            && warning.Contains("was removed to make room. Undo-TtCommand", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("-From 2026-03-02 -To 2026-03-02", 1)]
    [InlineData("-From 2026-03-02 -To 2026-03-03", 2)]
    [InlineData("-To 2026-03-02", 1)]
    [InlineData("-Text Plan", 2)]
    [InlineData("-Text Plan -First 1", 1)]
    [InlineData("-First 5", 2)]
    public void APeriod_HoldsAllOfItsLastDay_AndASearchAllTimes(string typed, int entries)
    {
        _engine.Run("Add-TtEntry 'Plan' -Start '2026-03-02 22:00' -End 23:00; Add-TtEntry 'Plan' -Start '2026-03-03 22:00' -End 23:00");
        Assert.Equal(entries, _engine.Run($"Get-TtEntry {typed}").Count);
    }

    [Theory]
    [InlineData("Get-TtEntry -From 2026-03-03 -To 2026-03-01")]
    [InlineData("Get-TtReport -From 2026-03-03 -To 2026-03-01")]
    [InlineData("Get-TtHistory -From 2026-03-03 -To 2026-03-01")]
    [InlineData("Find-TtGap -From 2026-03-03 -To 2026-03-01")]
    public void APeriodThatIsReversed_IsRefused(string script) => Assert.StartsWith(
        "PeriodReversed,", _engine.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);

    [Theory]
    [InlineData("1h30")]
    [InlineData("90m")]
    [InlineData("1:30")]
    [InlineData("([timespan]'01:30')")]
    public void Ago_TakesAnAmount(string amount)
    {
        var entry = _engine.Run($"Start-TtTimer 'Plan' -Ago {amount} -PassThru")[0];
        Assert.Equal(90, ((TimeSpan)entry.Properties["Duration"].Value).TotalMinutes, tolerance: 0.1);
    }

    [Fact]
    public void ABadTimeInAPipeline_IsOneErrorAndLeavesTheOthersBooked()
    {
        var (_, errors, _) = _engine.Try("""
            '2026-03-02 09:00', 'soon', '2026-03-02 10:00' |
                ForEach-Object { [pscustomobject]@{ Description = 'x'; Start = $_; End = "$_".Replace(':00', ':30') } } |
                Add-TtEntry
            """);
        Assert.Contains("'soon'", Assert.Single(errors).ToString(), StringComparison.Ordinal);
        Assert.Equal(2, _engine.Run("Get-TtEntry -From 2026-03-02 -To 2026-03-02").Count);
    }

    private static void SetZone(string? zone)
    {
        Environment.SetEnvironmentVariable("TZ", zone);
        TimeZoneInfo.ClearCachedData();
    }

    private static string Span(System.Management.Automation.PSObject entry) => $"{Minute(entry, "Start")} to {Minute(entry, "End")}";

    private static string Minute(System.Management.Automation.PSObject entry, string name) =>
        ((DateTimeOffset)entry.Properties[name].Value).ToString("yyyy-MM-dd HH:mm", null);
}
