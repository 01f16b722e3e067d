namespace TimeTracker.PowerShell.Tests;

/// <summary>One invocation is one step: told as one, and taken back as one.</summary>
public sealed class StepCmdletTests : IDisposable
{
    private readonly Engine _engine = new();

    public StepCmdletTests() => _engine.Run("""
        1..3 | ForEach-Object { Add-TtEntry "Task $_" -Start "2026-03-02 0${_}:00" -End "2026-03-02 0${_}:30" }
        """);

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void APipelineIntoOneCmdlet_IsOneUndo()
    {
        _engine.Run($"{All} | Set-TtEntry -Description New; Undo-TtCommand");
        Assert.Equal(["Task 1", "Task 2", "Task 3"], Descriptions());
        _engine.Run($"{All} | Remove-TtEntry; Undo-TtCommand");
        Assert.Equal(["Task 1", "Task 2", "Task 3"], Descriptions());
    }

    [Fact]
    public void TwoInvocations_AreTwoUndos()
    {
        _engine.Run($"{All} | ForEach-Object {{ Set-TtEntry $_.EntryId -Description New }}; Undo-TtCommand");
        Assert.Equal(["New", "New", "Task 3"], Descriptions());
    }

    [Fact]
    public void MeasureTtCommand_IsOneUndo()
    {
        _engine.Run("Measure-TtCommand { 1 } -Description Build; Undo-TtCommand");
        Assert.Empty(_engine.Run("Get-TtEntry -Text Build"));
        Assert.Equal("Idle", $"{_engine.Run("(Get-TtTimer).State")[0]}");
    }

    [Fact]
    public void Redo_DoesThePipelineAgain()
    {
        _engine.Run($"{All} | Set-TtEntry -Description New; Undo-TtCommand; Redo-TtCommand");
        Assert.Equal(["New", "New", "New"], Descriptions());
    }

    [Fact]
    public void UndoTtCommand_WithId_TakesBackAnEarlierStep()
    {
        _engine.Run($"""
            {All} | Set-TtEntry -Billable
            $step = (Get-TtHistory -Newest 1).StepId
            Set-TtEntry ({All})[0].EntryId -Description Later
            Undo-TtCommand -Id $step
            """);
        Assert.Equal(["Later", "Task 2", "Task 3"], Descriptions());
        Assert.DoesNotContain(_engine.Run($"({All}).Billable"), billable => (bool)billable.BaseObject);
    }

    [Fact]
    public void ChangesOfAStepThatArePiped_TakeItBackOnce()
    {
        var (_, errors, warnings) = _engine.Try($"{All} | Set-TtEntry -Billable; Get-TtHistory -Newest 3 | Undo-TtCommand");
        Assert.Empty(errors);
        Assert.Empty(warnings);
        Assert.DoesNotContain(_engine.Run($"({All}).Billable"), billable => (bool)billable.BaseObject);
    }

    [Fact]
    public void UndoTtCommand_OfAStepThatALaterOneTouched_NamesThatInItsHint()
    {
        var error = _engine.Fail($"""
            Set-TtEntry ({All})[0].EntryId -Description New
            $step = (Get-TtHistory -Newest 1).StepId
            Set-TtEntry ({All})[0].EntryId -Description Later
            Undo-TtCommand -Id $step
            """);
        Assert.StartsWith("CannotUndo,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        var blocker = _engine.Run("(Get-TtHistory -Newest 1).StepId")[0];
        Assert.Contains($"Undo-TtCommand -Id {blocker}", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal("Later", Descriptions()[0]);
    }

    [Theory]
    [InlineData("Undo-TtCommand -Id 01890000-0000-7000-8000-000000000001", "NotAStep")]
    [InlineData("Undo-TtCommand -Id 01890000-0000-7000-8000-000000000100", "CannotUndo")]
    [InlineData("[pscustomobject]@{ Description = 'x' } | Undo-TtCommand", "InputObjectNotBound")]
    public void UndoTtCommand_OfNoStep_IsRefusedAndChangesNothing(string script, string id)
    {
        Assert.StartsWith($"{id},", _engine.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["Task 1", "Task 2", "Task 3"], Descriptions());
    }

    [Fact]
    public void TabAfterId_OffersTheStepsByTheirText()
    {
        _engine.Run($"{All} | Set-TtEntry -Description New");
        var offers = _engine.Run("(TabExpansion2 'Undo-TtCommand -Id edit').CompletionMatches.ListItemText");
        Assert.Contains("'New', 'New', 'New'", $"{Assert.Single(offers)}", StringComparison.Ordinal);
    }

    private const string All = "(Get-TtEntry -From 2026-03-02 -To '2026-03-03 00:00')";

    private string[] Descriptions() => [.. _engine.Run($"{All}.Description").Select(text => $"{text}")];
}
