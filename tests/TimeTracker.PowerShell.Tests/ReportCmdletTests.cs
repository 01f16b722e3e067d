using System.Management.Automation;

namespace TimeTracker.PowerShell.Tests;

public sealed class ReportCmdletTests : IDisposable
{
    private readonly Engine _engine = new();

    public ReportCmdletTests() => _engine.Run("""
        Add-TtEntry 'Write the report' -Start '2026-01-05 09:00' -End '2026-01-05 10:30' -Project Acme -Tag deep,q1
        Add-TtEntry 'Call' -Start '2026-01-05 10:30' -End '2026-01-05 11:00' -Project Home
        Add-TtEntry 'Night' -Start '2026-01-06 23:00' -End '2026-01-07 01:00' -Tag Deep
        Add-TtEntry 'Read' -Start '2026-02-01 10:30' -End '2026-02-01 11:00'
        """);

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("-Day -Date 2026-01-05", "=120")]
    [InlineData("-Week -Date 2026-01-11 -GroupBy Day", "2026-01-05=120,2026-01-06=60,2026-01-07=60")]
    [InlineData("-Month -Date '2026-01-31 23:59' -GroupBy Project", "=120,Acme=90,Home=30")]
    [InlineData("-Month -Date 2026-01-01 -GroupBy Tag", "deep=210,q1=90,=30")]
    [InlineData("-From 2026-01-07 -GroupBy Day", "2026-01-07=60,2026-02-01=30")]
    [InlineData("-From 2026-01-01 -Project acme", "=90")]
    [InlineData("-Day -Date 2026-01-04", "")]
    public void GetTtReport_AddsUp(string parameters, string expected) => Assert.Equal(
        expected,
        string.Join(',', _engine.Run($"Get-TtReport {parameters}").Select(line =>
            $"{line.Properties["Group"].Value}={((TimeSpan)line.Properties["Total"].Value).TotalMinutes}")));

    [Fact]
    public void TheReportsView_FitsEightyColumnsAndSaysTheSum() => Assert.Equal(
        """

           Report: 2026-01-05 00:00:00 to 2026-01-12 00:00:00, 4:00:00 in all

        Group                            Total    Certain  Estimated Unanswered Entries
        -----                            -----    -------  --------- ---------- -------
        (none)                         2:00:00    2:00:00    0:00:00    0:00:00       1
        Acme                           1:30:00    1:30:00    0:00:00    0:00:00       1
        Home                           0:30:00    0:30:00    0:00:00    0:00:00       1


        """.ReplaceLineEndings("\n"),
        new RecordingHost(width: 80).Run("Get-TtReport -Week -Date 2026-01-05 -GroupBy Project | Out-Default"));

    [Fact]
    public void FindTtGap_FindsWhatCanBePipedToAddTtEntry()
    {
        var found = _engine.Run("Find-TtGap -From 2026-01-05 -To 2026-01-05 -DayStart 9:00 -DayEnd 12:00");
        Assert.Equal(TimeSpan.FromHours(1), Assert.Single(found).Properties["Duration"].Value);
        _engine.Run("Find-TtGap -From 2026-01-05 -To 2026-01-05 -DayStart 9:00 -DayEnd 12:00 | Add-TtEntry 'Filled'");
        Assert.Empty(_engine.Run("Find-TtGap -From 2026-01-05 -To 2026-01-05 -DayStart 9:00 -DayEnd 12:00"));
        Assert.Empty(_engine.Run("Find-TtGap -From 2026-01-05 -To 2026-01-05 -DayOfWeek Sunday"));
        Assert.StartsWith(
            "WorkingHours,", _engine.Fail("Find-TtGap -DayStart 18:00").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void GetTtProjectAndGetTtTag_TellUse_TheLatestFirst()
    {
        Assert.Equal("Home:1,Acme:1", Usage("Get-TtProject"));
        Assert.Equal("Acme:1", Usage("Get-TtProject a*"));
        Assert.Equal("Deep:2,q1:1", Usage("Get-TtTag"));
        Assert.Equal(TimeSpan.FromMinutes(210), _engine.Run("Get-TtTag deep")[0].Properties["Duration"].Value);
    }

    [Fact]
    public void RenameTtProject_RenamesAllEntries_AndUndoTakesItBack()
    {
        _engine.Run("Rename-TtProject acme Apex");
        Assert.Equal("Home:1,Apex:1", Usage("Get-TtProject"));
        Assert.Single(_engine.Run("Get-TtEntry -From 2026-01-01 -Project apex"));
        _engine.Run("Undo-TtCommand");
        Assert.Equal("Home:1,Acme:1", Usage("Get-TtProject"));
        Assert.StartsWith(
            "UnknownProject,", _engine.Fail("Rename-TtProject Nobody X").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void RenameTtProject_ToAnothersName_NeedsMerge()
    {
        var error = _engine.Fail("Rename-TtProject Acme home");
        Assert.StartsWith("ProjectExists,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-Merge", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);

        var merged = Assert.Single(_engine.Run("Rename-TtProject Acme home -Merge -PassThru"));
        Assert.Equal(("Home", 2L), ((string)merged.Properties["Name"].Value, (long)merged.Properties["Entries"].Value));
        Assert.Equal(2, _engine.Run("Get-TtEntry -From 2026-01-01 -Project Home").Count);
        _engine.Run("Undo-TtCommand");
        Assert.Equal("Home:1,Acme:1", Usage("Get-TtProject"));
    }

    [Fact]
    public void GetTtHistory_TellsWhoDidWhatToAnEntry()
    {
        var id = _engine.Run("Get-TtEntry -From 2026-01-01 -Text Call")[0].Properties["EntryId"].Value;
        _engine.Run($"Set-TtEntry {id} -Description 'Long call' -Tag phone; Remove-TtEntry {id}; Undo-TtCommand");
        var items = _engine.Run($"Get-TtHistory {id}");

        Assert.Equal(["Add", "Edit", "Remove", "Undo"], items.Select(item => item.Properties["Command"].Value));
        Assert.Equal([false, false, true, false], items.Select(item => (bool)item.Properties["Undone"].Value));
        Assert.All(items, item => Assert.True((bool)item.Properties["IsThisDevice"].Value));
        Assert.Equal(
            "Description: Call -> Long call, Tags: phone",
            string.Join(", ", (IEnumerable<object>)items[1].Properties["Changes"].Value));
        Assert.Equal("State: Removed -> Stopped", string.Join(", ", (IEnumerable<object>)items[3].Properties["Changes"].Value));
    }

    [Fact]
    public void GetTtHistory_OverAll_TellsTheLatestOfProjectsToo()
    {
        _engine.Run("Rename-TtProject Acme Apex");
        var last = _engine.Run("Get-TtHistory -Newest 2")[^1];
        Assert.Equal("RenameProject", last.Properties["Command"].Value);
        Assert.Equal("Project name: Acme -> Apex", string.Join(", ", (IEnumerable<object>)last.Properties["Changes"].Value));
        Assert.Equal(2, _engine.Run("Get-TtHistory -Newest 2").Count);
        Assert.Empty(_engine.Run("Get-TtHistory -To 2020-01-01"));
    }

    [Theory]
    [InlineData("Get-TtProject")]
    [InlineData("Get-TtTag")]
    [InlineData("Get-TtHistory")]
    [InlineData("Get-TtHistory | ForEach-Object { $_.Changes }")]
    [InlineData("Get-TtPolicy")]
    [InlineData("Set-TtPolicy Overlong -Threshold 1h; Start-TtTimer 'Plan' -Ago 3h; Stop-TtTimer; Get-TtReview")]
    [InlineData("Find-TtGap -From 2026-01-05 -To 2026-01-06")]
    [InlineData("Get-TtReport -Month -Date 2026-01-05 -GroupBy Day")]
    public void EveryView_FitsEightyColumns(string script)
    {
        var shown = new RecordingHost(width: 80).Run($"{script} | Out-Default");
        Assert.All(shown.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains("----", shown, StringComparison.Ordinal);
    }

    private string Usage(string script) => string.Join(',', _engine.Run(script).Select((PSObject usage) =>
        $"{usage.Properties["Name"].Value}:{usage.Properties["Entries"].Value}"));
}
