using System.Management.Automation;

namespace TimeTracker.PowerShell.Tests;

public sealed class CompletionTests : IDisposable
{
    private readonly Engine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("Start-TtTimer x -Project ", "'R&D \"x\"'|'O''Brien'|Acme")]
    [InlineData("Start-TtTimer x -Project ac", "Acme")]
    [InlineData("Start-TtTimer x -Project 'O", "'O''Brien'")]
    [InlineData("Get-TtReport -Project ac", "Acme")]
    [InlineData("Rename-TtProject ac", "Acme")]
    [InlineData("Start-TtTimer x -Tag ", "'2nd line'|q1|deep")]
    [InlineData("Start-TtTimer x -Tag deep,q", "q1")]
    [InlineData("Start-TtTimer ", "'$x; rm'|Übung|'Write the report'")]
    [InlineData("Start-TtTimer über", "")]
    [InlineData("Start-TtTimer üB", "Übung")]
    [InlineData("Start-TtTimer 'the r", "'Write the report'")]
    [InlineData("Get-TtEntry -Text 100%", "")]
    [InlineData("Start-TtTimer 'te_th", "")]
    public void Tab_OffersTheLatestUsedFirst_QuotedWhereNeeded(string typed, string expected)
    {
        Book();
        Assert.Equal(expected, string.Join('|', Tab(typed).Select(match => match.CompletionText)));
    }

    [Theory]
    [InlineData("Set-TtEntry ")]
    [InlineData("Get-TtHistory -Id ")]
    [InlineData("Remove-TtEntry -EntryId ")]
    [InlineData("Resume-TtTimer ")]
    [InlineData("Get-TtEntry -Id ")]
    public void Tab_OnAnId_ShowsWhenHowLongAndWhat(string typed)
    {
        Book();
        var matches = Tab(typed + "report");
        var match = Assert.Single(matches);
        Assert.Equal("2026-01-05 09:00:00 1:30:00 Write the report", match.ListItemText);
        Assert.Equal("Write the report", _engine.Run($"Get-TtEntry -Id {match.CompletionText}")[0].Properties["Description"].Value);
        Assert.Equal(match.CompletionText, Assert.Single(Tab(typed + match.CompletionText[..^2])).CompletionText);
    }

    [Fact]
    public void Tab_ForgetsWhatWasRemoved_AndWhatWasTakenBack()
    {
        Book();
        _engine.Run("Get-TtEntry -From 2026-01-01 -Text rm | Remove-TtEntry");
        Assert.Equal(["q1", "deep"], Tab("Start-TtTimer x -Tag ").Select(match => match.CompletionText));
        Assert.Equal(["Übung", "'Write the report'"], Tab("Start-TtTimer ").Select(match => match.CompletionText));
        _engine.Run("Undo-TtCommand");
        Assert.Equal(3, Tab("Start-TtTimer x -Tag ").Count);
    }

    [Fact]
    public void Tab_RanksByWhenAnEntryTookPlace_AlsoAfterItMoved()
    {
        Book();
        _engine.Run("Get-TtEntry -From 2026-01-01 -Text report | Set-TtEntry -Start '2026-01-09 09:00' -End '2026-01-09 10:00'");
        Assert.Equal("deep", Tab("Start-TtTimer x -Tag ")[0].CompletionText);
        Assert.Equal("Acme", Tab("Start-TtTimer x -Project ")[0].CompletionText);
    }

    [Fact]
    public void Tab_WithoutAStore_OffersNothingAndMakesNone()
    {
        Assert.DoesNotContain(Tab("Start-TtTimer x -Project "), match => match.ResultType == CompletionResultType.ParameterValue);
        Assert.Empty(Directory.GetFileSystemEntries(_engine.Folder));
    }

    private void Book() => _engine.Run("""
        Add-TtEntry 'Write the report' -Start '2026-01-05 09:00' -End '2026-01-05 10:30' -Project Acme -Tag deep
        Add-TtEntry 'Übung' -Start '2026-01-06 10:30' -End '2026-01-06 11:00' -Project "O'Brien" -Tag q1
        Add-TtEntry '$x; rm' -Start '2026-01-07 10:30' -End '2026-01-07 11:00' -Project 'R&D "x"' -Tag '2nd line'
        """);

    private List<CompletionResult> Tab(string typed)
    {
        using var shell = System.Management.Automation.PowerShell.Create(_engine.Runspace);
        var completion = CommandCompletion.CompleteInput(typed, typed.Length, null, shell);
        return [.. completion.CompletionMatches.Where(match => match.ResultType == CompletionResultType.ParameterValue)];
    }
}
