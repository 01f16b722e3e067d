using System.Management.Automation;
using TimeTracker.TestKit;

namespace TimeTracker.PowerShell.Tests;

public sealed class ReviewCmdletTests : IDisposable
{
    private readonly Engine _engine = new();

    public void Dispose() => _engine.Dispose();

    [RequiresFact(Requirement.Linux | Requirement.Sqlite3)]
    [Trait("Scenario", "8.2")]
    public void ASleepWhileATimerRuns_IsAQuestionInEveryView()
    {
        SleepTenMinutesIn("Plan");
        var timer = Assert.Single(_engine.Run("Get-TtTimer"));
        Assert.Equal("Running", timer.Properties["State"].Value.ToString());
        Assert.Equal(1, timer.Properties["OpenQuestions"].Value);
        Assert.Equal(600, ((TimeSpan)timer.Properties["Unanswered"].Value).TotalSeconds, tolerance: 0.01);

        var question = Assert.Single(_engine.Run("Get-TtReview"));
        Assert.Equal("Suspend", question.Properties["Kind"].Value.ToString());
        Assert.Equal("Plan", question.Properties["Description"].Value);
        Assert.Equal(600, ((TimeSpan)question.Properties["Suspended"].Value).TotalSeconds, tolerance: 0.01);
        Assert.Empty(_engine.Run("Get-TtReview Crash"));
        Assert.Equal(600, ((TimeSpan)_engine.Run("Get-TtEntry")[0].Properties["Unanswered"].Value).TotalSeconds, tolerance: 0.01);
        Assert.Contains("wall clock set by -00:", timer.Properties["LastClockEvent"].Value.ToString(), StringComparison.Ordinal);
    }

    [RequiresFact(Requirement.Linux | Requirement.Sqlite3)]
    public void AnAnswer_FromThePipeline_IsGivenOnce_AndUndone()
    {
        SleepTenMinutesIn("Plan");
        _engine.Run("Get-TtReview | Resolve-TtReview -DiscardAndContinue -WhatIf");
        var id = Assert.Single(_engine.Run("Get-TtReview")).Properties["QuestionId"].Value;

        _engine.Run($"Get-TtReview | Resolve-TtReview -DiscardAndContinue");
        Assert.Empty(_engine.Run("Get-TtReview"));
        Assert.Equal(2, _engine.Run("Get-TtEntry").Count);
        var (_, errors, warnings) = _engine.Try($"Resolve-TtReview {id} -DiscardAndContinue");
        Assert.Empty(errors);
        Assert.Equal(["The question has that answer already; nothing was changed."], warnings);
        var refused = _engine.Fail($"Resolve-TtReview {id} -Keep");
        Assert.StartsWith("GapAnswered,", refused.FullyQualifiedErrorId, StringComparison.Ordinal);

        _engine.Run("Undo-TtCommand");
        Assert.Single(_engine.Run("Get-TtReview"));
        Assert.Single(_engine.Run("Get-TtEntry"));
    }

    [RequiresTheory(Requirement.Linux | Requirement.Sqlite3)]
    [InlineData("-Keep", "Plan")]
    [InlineData("-Discard", "Plan")]
    [InlineData("-AssignTo 'Meeting' -Project Acme", "Plan,Meeting,Plan")]
    [InlineData("-SplitAt (Get-TtReview).From.AddMinutes(4)", "Plan,Plan")]
    [InlineData("-Discard:$false", "Plan")]
    public void EachAnswer_LeavesItsEntries(string answer, string entries)
    {
        SleepTenMinutesIn("Plan");
        _engine.Run($"$q = Get-TtReview; Resolve-TtReview $q.QuestionId {answer}");
        Assert.Equal(entries.Split(','), _engine.Run("Get-TtEntry").Select(entry => entry.Properties["Description"].Value));
        Assert.Equal(answer.EndsWith("$false", StringComparison.Ordinal) ? 1 : 0, _engine.Run("Get-TtReview").Count);
    }

    [Fact]
    public void WhatIf_ShowsWhatAnAnswerWouldChange_AndTabFindsTheQuestion()
    {
        _engine.Run("Set-TtPolicy Overlong -Threshold 1h; Start-TtTimer 'Plan' -Ago 3h; Stop-TtTimer");
        using var shell = System.Management.Automation.PowerShell.Create(_engine.Runspace);
        const string Typed = "Resolve-TtReview plan";
        var match = Assert.Single(CommandCompletion.CompleteInput(Typed, Typed.Length, null, shell).CompletionMatches);
        Assert.StartsWith("Overlong of 2:00:0", match.ListItemText, StringComparison.Ordinal);

        var shown = new RecordingHost(200).Run($"Resolve-TtReview {match.CompletionText} -Discard -WhatIf");
        Assert.Contains("in 'Plan' (changes 'Plan': End ", shown, StringComparison.Ordinal);
        Assert.Single(_engine.Run("Get-TtReview"));
    }

    [Fact]
    public void AQuestionThatIsNotThere_IsATypedError() => Assert.StartsWith(
        "UnknownGap,",
        _engine.Fail("Resolve-TtReview 018f0000-0000-7000-8000-0000000000a1 -Keep").FullyQualifiedErrorId,
        StringComparison.Ordinal);

    [Fact]
    public void APolicy_IsShownSetAndKept()
    {
        Assert.Equal(7, _engine.Run("Get-TtPolicy").Count);
        _engine.Run("Set-TtPolicy Suspend Discard -WhatIf");
        Assert.Equal("Ask", Rule("Suspend").Properties["Action"].Value.ToString());

        _engine.Run("Set-TtPolicy Suspend Keep -Threshold 00:05:00; Set-TtPolicy Overlong -Threshold 10:00:00");
        Assert.Equal("Keep", Rule("Suspend").Properties["Action"].Value.ToString());
        Assert.Equal(TimeSpan.FromMinutes(5), Rule("Suspend").Properties["Threshold"].Value);
        Assert.Equal("Ask", Rule("Overlong").Properties["Action"].Value.ToString());
        Assert.Equal(TimeSpan.FromHours(10), Rule("Overlong").Properties["Threshold"].Value);

        _engine.Run("Get-TtPolicy Reboot | Set-TtPolicy -Action Keep");
        Assert.Equal("Keep", Rule("Reboot").Properties["Action"].Value.ToString());
        Assert.Equal("Keep", Assert.Single(_engine.Run("Set-TtPolicy Away Keep -PassThru")).Properties["Action"].Value.ToString());
    }

    [Theory]
    [InlineData("-00:00:01")]
    [InlineData("8.00:00:00")]
    public void APolicyThatCannotBe_IsATypedError(string threshold) => Assert.StartsWith(
        "ThresholdOutOfRange,",
        _engine.Fail($"Set-TtPolicy Suspend Keep -Threshold ([timespan]'{threshold}')").FullyQualifiedErrorId,
        StringComparison.Ordinal);

    private PSObject Rule(string kind) => Assert.Single(_engine.Run($"Get-TtPolicy {kind}"));

    /// <summary>A running entry as ten minutes of sleep leave it, but for the wall clock: only CLOCK_BOOTTIME has gone on
    /// by them, so that the wall clock counts as set back.</summary>
    private void SleepTenMinutesIn(string description)
    {
        _engine.Run($"Start-TtTimer '{description}'");
        var shifted = ChildProcess.Run("sqlite3", Path.Combine(_engine.Folder, "timetracker.db"), """
            DROP TRIGGER operation_is_never_changed;
            UPDATE operation SET reading_boottime = reading_boottime - 600000000;
            UPDATE checkpoint SET reading_boottime = reading_boottime - 600000000;
            """);
        Assert.True(shifted.ExitCode == 0, shifted.Errors);
    }
}
