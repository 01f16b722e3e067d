using System.Management.Automation;

namespace TimeTracker.PowerShell.Tests;

public sealed class TimerCmdletTests : IDisposable
{
    private readonly Engine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("Switch-TtTimer right -Ago 66m -Adjust Trim", "EndBeforeStart")]
    [InlineData("Stop-TtTimer -Ago 66m", "EndBeforeStart")]
    [InlineData("Stop-TtTimer -At 2200-01-01T00:00Z", "OutOfRange")]
    [InlineData("Stop-TtTimer -At 2099-01-01T00:00Z", "InTheFuture")]
    public void AHint_NamesOnlyParametersOfTheCmdletAtHand(string script, string id)
    {
        _engine.Run("Start-TtTimer Plan -Ago 65m");
        var error = _engine.Fail(script);
        Assert.StartsWith($"{id},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain("-End", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain("-Start", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void StartTtTimer_ThenGetTtTimer_ShowsWhatRuns()
    {
        var timer = Assert.Single(_engine.Run("Start-TtTimer 'Write the report' -Project Acme -Tag deep,q1; Get-TtTimer"));

        Assert.Equal("Running", timer.Properties["State"].Value.ToString());
        Assert.Equal("Write the report", timer.Properties["Description"].Value);
        Assert.Equal("Acme", timer.Properties["Project"].Value);
        Assert.Equal(["deep", "q1"], (IReadOnlyList<string>)timer.Properties["Tags"].Value);
        Assert.InRange((TimeSpan)timer.Properties["Duration"].Value, TimeSpan.Zero, TimeSpan.FromMinutes(2));
    }

    [Fact]
    public void GetTtTimer_WhileIdle_ShowsTodaysTotal()
    {
        var timer = Assert.Single(_engine.Run("Start-TtTimer 'Plan' -Ago 00:00:03; Stop-TtTimer; Get-TtTimer"));
        Assert.Equal("Idle", timer.Properties["State"].Value.ToString());
        Assert.Null(timer.Properties["Description"].Value);
        Assert.InRange((TimeSpan)timer.Properties["Today"].Value, TimeSpan.FromSeconds(0), TimeSpan.FromMinutes(2));
    }

    [Theory]
    [InlineData("", "State  : Idle\nToday  : 0:00:00\nStatus : no open questions; sync: not connected")]
    [InlineData(
        "Set-TtPolicy Overlong -Threshold 1h; Start-TtTimer 'Plan' -Ago 3h; Stop-TtTimer; Undo-TtCommand; Stop-TtTimer",
        "Status : 1 open question, see Get-TtReview; sync: not connected")]
    public void TheTimersView_SaysInALineWhatWaits(string before, string expected) => Assert.Contains(
        expected,
        new RecordingHost(width: 80).Run($"{before}\nGet-TtTimer | Out-Default"), StringComparison.Ordinal);

    [Fact]
    public void StartTtTimer_WhileRunning_IsAnErrorThatSaysWhatRunsAndHowToSwitch()
    {
        _engine.Run("Start-TtTimer 'Plan'");
        var error = _engine.Fail("Start-TtTimer 'Call'");

        Assert.StartsWith("AlreadyRunning,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.ResourceExists, error.CategoryInfo.Category);
        Assert.Contains("'Plan' has been running since", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Switch-TtTimer", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal("Call", error.TargetObject);
    }

    [Fact]
    public void StopTtTimer_WhileIdle_IsAWarningAndNoError()
    {
        var (output, errors, warnings) = _engine.Try("Stop-TtTimer");
        Assert.Empty(output);
        Assert.Empty(errors);
        Assert.Equal(["No timer runs; nothing was changed."], warnings);
    }

    [Fact]
    public void SwitchTtTimer_StopsAndStartsAtOneInstant()
    {
        _engine.Run("Start-TtTimer 'Plan'; Switch-TtTimer 'Call'");
        var entries = _engine.Run("Get-TtEntry");

        Assert.Equal(["Plan", "Call"], entries.Select(entry => entry.Properties["Description"].Value));
        Assert.Equal(entries[0].Properties["End"].Value, entries[1].Properties["Start"].Value);
    }

    [Fact]
    public void ACmdletThatChangesSomething_IsSilentUnlessPassThru()
    {
        Assert.Empty(_engine.Run("Start-TtTimer 'Plan'; Switch-TtTimer 'Call'; Stop-TtTimer; Undo-TtCommand"));
        Assert.Equal("Call", Described(_engine.Run("Stop-TtTimer -PassThru")));
        Assert.Equal("Review", Described(_engine.Run("Start-TtTimer 'Review' -PassThru")));
        Assert.Equal("Read", Described(_engine.Run("Switch-TtTimer 'Read' -PassThru")));
    }

    [Fact]
    public void WhatIf_ChangesNothing_AndMakesNoStore()
    {
        var script = "Start-TtTimer 'Plan' -WhatIf; Switch-TtTimer 'Plan' -WhatIf; Stop-TtTimer -WhatIf; Undo-TtCommand -WhatIf; "
            + "Add-TtEntry 'Plan' -Start '2026-01-05 09:00' -End '2026-01-05 10:00' -WhatIf";
        _engine.Run(script);
        Assert.Empty(Directory.GetFileSystemEntries(_engine.Folder));

        _engine.Run("Start-TtTimer 'Plan'");
        _engine.Run("$WhatIfPreference = $true; Stop-TtTimer; $WhatIfPreference = $false");
        Assert.Equal("Running", _engine.Run("Get-TtTimer")[0].Properties["State"].Value.ToString());
    }

    [Fact]
    public void UndoTtCommand_TakesBackTheLatest_AndSaysSoWhereThereIsNone()
    {
        _engine.Run("Start-TtTimer 'Plan'; Undo-TtCommand");
        Assert.Empty(_engine.Run("Get-TtEntry"));
        Assert.StartsWith("NothingToUndo,", _engine.Fail("Undo-TtCommand").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void StartTtTimer_FromThePipeline_TakesPropertiesByName()
    {
        _engine.Run("""
            [pscustomobject]@{ Description = 'Plan'; Project = 'Acme'; Tags = @('a', 'b') } | Start-TtTimer
            """);
        var entry = Assert.Single(_engine.Run("Get-TtEntry"));
        Assert.Equal("Acme", entry.Properties["Project"].Value);
        Assert.Equal(["a", "b"], (IReadOnlyList<string>)entry.Properties["Tags"].Value);
    }

    [Theory]
    [InlineData("Start-TtTimer ''", "DescriptionEmpty")]
    [InlineData("Start-TtTimer ('x' * 10000)", "TooLong")]
    [InlineData("Start-TtTimer \"a`e[31mb\"", "ControlCharacters")]
    [InlineData("Start-TtTimer 'x' -At '1970-01-01'", "OutOfRange")]
    [InlineData("Start-TtTimer 'x' -At '2500-01-01'", "OutOfRange")]
    [InlineData("Start-TtTimer 'x' -Ago '-1:00'", "InTheFuture")]
    [InlineData("Add-TtEntry 'x' -Start '2026-01-05 10:00' -End '2026-01-05 09:00'", "EndBeforeStart")]
    public void BadInput_IsATypedErrorThatChangesNothing(string script, string id)
    {
        var error = _engine.Fail(script);
        Assert.StartsWith(id + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.EndsWith(" Nothing was changed.", error.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
        Assert.Empty(_engine.Run("Get-TtEntry -From '2000-01-01'"));
    }

    private static object Described(IEnumerable<PSObject> output) => Assert.Single(output).Properties["Description"].Value;
}
