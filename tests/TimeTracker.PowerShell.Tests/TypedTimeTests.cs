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
        var entry = _engine.Run($"Add-TtEntry 'Plan' -Start {start} -End '2026-08-01' -PassThru")[0];
        Assert.Equal(expected, ((DateTimeOffset)entry.Properties["Start"].Value).ToString("O"));
    }

    [Theory]
    [InlineData("Start-TtTimer 'x' -At '2026-10-25 02:30'", "At", "2026-10-25T02:30:00+01:00")]
    [InlineData("Start-TtTimer 'x' -At '2026-03-29 02:30'", "At", "2026-03-29T02:30:00+02:00")]
    [InlineData("Start-TtTimer 'x' -At ([datetime]::new(2026, 10, 25, 2, 30, 0))", "At", "2026-10-25T02:30:00+02:00")]
    [InlineData("Stop-TtTimer -At 'half past nine'", "At", "yesterday 17:00")]
    [InlineData("Stop-TtTimer -At 9", "At", "9:30")]
    [InlineData("Start-TtTimer 'x' -Ago 10", "Ago", "10m")]
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
    [InlineData("Add-TtEntry 'x' -Start '03/02/2026' -End '2026-03-03'", "-Start")]
    [InlineData("Add-TtEntry 'x' -Start '2026-03-02' -End ''", "-End")]
    [InlineData("Set-TtEntry 01890000-0000-7000-8000-000000000001 -End $null", "-End")]
    public void ATimeOfAnEntryThatCouldMeanAnything_IsAnErrorOfThatEntry(string script, string parameter)
    {
        var error = _engine.Fail(script);
        Assert.StartsWith("NotATime,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith($"{parameter}: ", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("2026-03-02 09:30", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_engine.Folder));
    }

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
        Assert.Equal(2, _engine.Run("Get-TtEntry -From 2026-03-02 -To 2026-03-03").Count);
    }

    private static void SetZone(string? zone)
    {
        Environment.SetEnvironmentVariable("TZ", zone);
        TimeZoneInfo.ClearCachedData();
    }
}
