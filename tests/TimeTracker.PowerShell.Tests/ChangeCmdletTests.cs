using System.Management.Automation;

namespace TimeTracker.PowerShell.Tests;

/// <summary>Suspend, resume, set, remove, undo and redo at the prompt and in pipelines.</summary>
public sealed class ChangeCmdletTests : IDisposable
{
    private readonly Engine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void SuspendAndResume_AreARecordedBreak()
    {
        Assert.Equal("Paused", State("Start-TtTimer 'Plan' -Ago 30m; Suspend-TtTimer -Ago 10m; Get-TtTimer"));
        Assert.Equal("Running", State("Resume-TtTimer -Ago 5m; Get-TtTimer"));
        var entries = _engine.Run("Get-TtEntry -From -2h");
        Assert.Equal(2, entries.Count);
        Assert.InRange(Gap(entries[0], entries[1]), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(7));
    }

    [Fact]
    public void ResumeTtTimer_OfAnEarlierEntry_GoesOnWithIt()
    {
        _engine.Run("Add-TtEntry 'Read' -Start -3h -End -2h -Project Acme -Tag x; Add-TtEntry 'Call' -Start -1h -End -30m");
        var resumed = _engine.Run("Get-TtEntry -From -4h -Text read | Resume-TtTimer -PassThru")[0];
        Assert.Equal("Read", resumed.Properties["Description"].Value);
        Assert.Equal("Acme", resumed.Properties["Project"].Value);
        Assert.Equal("Running", resumed.Properties["State"].Value.ToString());
    }

    [Fact]
    public void SetTtEntry_OfTheRunningEntry_KeepsItRunning()
    {
        _engine.Run("Start-TtTimer 'Plan' -Ago 10m; Set-TtEntry -Description 'Plan B' -Project Acme -Tag a,b -Billable -Start -20m");
        var timer = _engine.Run("Get-TtTimer")[0];
        Assert.Equal("Plan B", timer.Properties["Description"].Value);
        Assert.Equal("Running", timer.Properties["State"].Value.ToString());
        Assert.InRange((TimeSpan)timer.Properties["Duration"].Value, TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(22));
    }

    [Fact]
    public void SetTtEntry_LeavesWhatIsNotNamed_AndClearsWhatIsEmpty()
    {
        _engine.Run("Add-TtEntry 'Plan' -Start -2h -End -1h -Project Acme -Tag a -Billable");
        _engine.Run("Get-TtEntry -From -3h | ForEach-Object { Set-TtEntry -Id $_.EntryId -Description 'Call' }");
        var entry = _engine.Run("Get-TtEntry -From -3h")[0];
        Assert.Equal(("Call", "Acme", true), Shape(entry));

        _engine.Run("Get-TtEntry -From -3h | ForEach-Object { Set-TtEntry $_.EntryId -Project '' -Tag @() -Billable:$false }");
        entry = _engine.Run("Get-TtEntry -From -3h")[0];
        Assert.Equal(("Call", null, false), Shape(entry));
        Assert.Empty((IReadOnlyList<string>)entry.Properties["Tags"].Value);
    }

    [Fact]
    public void GetTtEntry_IntoSetTtEntry_ChangesNothing_AndSaysNothing()
    {
        _engine.Run("""
            Add-TtEntry 'Plan' -Start -2h -End -1h -Project Acme -Tag a -Billable
            Start-TtTimer 'Call'
            """);
        var before = Store();
        var (output, errors, warnings) = _engine.Try("Get-TtEntry -From -3h | Set-TtEntry; Get-TtTimer | Set-TtEntry");
        Assert.Empty(output);
        Assert.Empty(errors);
        Assert.Empty(warnings);
        Assert.Equal(before, Store());
        Assert.Equal(2, _engine.Run("Get-TtEntry -From -3h | Set-TtEntry -PassThru").Count);
    }

    [Fact]
    public void AnObjectWithoutAnId_NeverMeansTheRunningEntry()
    {
        _engine.Run("Start-TtTimer 'Plan'");
        var error = _engine.Fail("[pscustomobject]@{ Description = 'Oops' } | Set-TtEntry");
        Assert.StartsWith("EntryIdMissing,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("Plan", _engine.Run("Get-TtTimer")[0].Properties["Description"].Value);
    }

    [Fact]
    public void SetTtEntry_WhileNothingRuns_IsAnErrorThatNamesTheParameter() => Assert.Contains(
        "-EntryId", _engine.Fail("Set-TtEntry -Description 'x'").ToString(), StringComparison.Ordinal);

    [Fact]
    public void OneBadItemOfAThousand_IsOneErrorAnd999Changes()
    {
        _engine.Run("""
            1..1000 | ForEach-Object {
                $start = ([datetime]'2026-03-02').AddMinutes($_)
                [pscustomobject]@{ Description = "Task $_"; Start = $start; End = $start.AddSeconds(30) }
            } | Add-TtEntry
            """);
        var (_, errors, _) = _engine.Try("""
            Get-TtEntry -From 2026-03-01 -To 2026-03-04 | ForEach-Object {
                if ($_.Description -eq 'Task 500') {
                    [pscustomobject]@{ EntryId = [guid]::NewGuid(); Project = 'Acme' }
                } else {
                    [pscustomobject]@{ EntryId = $_.EntryId; Project = 'Acme' }
                }
            } | Set-TtEntry
            """);
        Assert.StartsWith("UnknownEntry,", Assert.Single(errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(999, _engine.Run("Get-TtEntry -From 2026-03-01 -To 2026-03-04 -Project acme").Count);
    }

    [Fact]
    public void RemoveTtEntry_KeepsItInTheStore_AndUndoBringsItBack()
    {
        _engine.Run("Add-TtEntry 'Plan' -Start -2h -End -1h");
        var removed = _engine.Run("Get-TtEntry -From -3h | Remove-TtEntry -PassThru")[0];
        Assert.Equal("Removed", removed.Properties["State"].Value.ToString());
        Assert.Empty(_engine.Run("Get-TtEntry -From -3h"));
        Assert.Equal("Removed", State($"Get-TtEntry -Id {removed.Properties["EntryId"].Value}"));
        _engine.Run("Undo-TtCommand");
        Assert.Single(_engine.Run("Get-TtEntry -From -3h"));
    }

    [Fact]
    public void GetTtEntry_OfAnUnknownId_IsAnError() => Assert.StartsWith(
        "UnknownEntry,", _engine.Fail("Get-TtEntry -Id ([guid]::NewGuid())").FullyQualifiedErrorId, StringComparison.Ordinal);

    [Fact]
    public void RedoTtCommand_DoesAgainWhatWasTakenBack()
    {
        _engine.Run("Start-TtTimer 'Plan'; Switch-TtTimer 'Call'; Undo-TtCommand; Undo-TtCommand");
        Assert.Empty(_engine.Run("Get-TtEntry"));
        _engine.Run("Redo-TtCommand; Redo-TtCommand");
        Assert.Equal("Call", _engine.Run("Get-TtTimer")[0].Properties["Description"].Value);
        Assert.StartsWith("NothingToRedo,", _engine.Fail("Redo-TtCommand").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_ShowsTheEffect_AndLeavesEveryFileAsItWas()
    {
        _engine.Run("Add-TtEntry 'Plan' -Start '2026-01-05 09:00' -End '2026-01-05 11:00'; Start-TtTimer 'Call'");
        var before = _engine.Files();
        var shown = new RecordingHost(200).Run("""
            Add-TtEntry 'New' -Start '2026-01-05 10:00' -End '2026-01-05 10:30' -Adjust Split -WhatIf
            Add-TtEntry 'New' -Start '2026-01-05 10:00' -End '2026-01-05 10:30' -WhatIf
            Set-TtEntry -Description 'Call B' -WhatIf
            Suspend-TtTimer -WhatIf
            Resume-TtTimer -WhatIf
            Switch-TtTimer 'Next' -WhatIf
            Get-TtEntry -From 2026-01-05 -To 2026-01-06 | Remove-TtEntry -WhatIf
            Undo-TtCommand -WhatIf
            Redo-TtCommand -WhatIf
            $WhatIfPreference = $true
            Stop-TtTimer
            """);

        Assert.Equal(before, _engine.Files());
        Assert.Contains("changes 'Plan': End 2026-01-05 11:00:00 -> 2026-01-05 10:00:00", shown, StringComparison.Ordinal);
        Assert.Contains("adds 'Plan' (2026-01-05 10:30:00 to 2026-01-05 11:00:00)", shown, StringComparison.Ordinal);
        Assert.Contains("would be refused: The time overlaps 'Plan'", shown, StringComparison.Ordinal);
        Assert.Contains("Description Call -> Call B", shown, StringComparison.Ordinal);
        Assert.Contains("removes 'Plan'", shown, StringComparison.Ordinal);
        Assert.Contains("State Running -> Stopped", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Trim", "2026-01-05 08:30", "2026-01-05 10:00", "New,Plan", "2026-01-05 10:00")]
    [InlineData("Shift", "2026-01-05 08:30", "2026-01-05 10:00", "New,Plan", "2026-01-05 10:00")]
    [InlineData("Split", "2026-01-05 10:00", "2026-01-05 10:30", "Plan,New,Plan", "2026-01-05 10:30")]
    public void Adjust_MakesRoom(string how, string from, string to, string order, string lastStart)
    {
        _engine.Run("Add-TtEntry 'Plan' -Start '2026-01-05 09:00' -End '2026-01-05 11:00'");
        var added = _engine.Run($"Add-TtEntry 'New' -Start '{from}' -End '{to}' -Adjust {how} -PassThru");
        Assert.Equal("New", Assert.Single(added).Properties["Description"].Value);
        var entries = _engine.Run("Get-TtEntry -From 2026-01-05 -To 2026-01-06");
        Assert.Equal(order, string.Join(',', entries.Select(entry => entry.Properties["Description"].Value)));
        Assert.Equal(
            DateTime.Parse(lastStart, System.Globalization.CultureInfo.InvariantCulture),
            ((DateTimeOffset)entries[^1].Properties["Start"].Value).DateTime);
    }

    private string State(string script) => _engine.Run(script)[^1].Properties["State"].Value.ToString()!;

    private static TimeSpan Gap(PSObject before, PSObject after) =>
        (DateTimeOffset)after.Properties["Start"].Value - (DateTimeOffset)before.Properties["End"].Value;

    private static (object, object?, object) Shape(PSObject entry) => (
        entry.Properties["Description"].Value, entry.Properties["Project"].Value, entry.Properties["Billable"].Value);

    private string Store() => string.Concat(_engine.Files().Where(file =>
        file.StartsWith("timetracker.db=", StringComparison.Ordinal)
        || file.StartsWith("timetracker.db-wal=", StringComparison.Ordinal)));
}
