namespace TimeTracker.PowerShell.Tests;

/// <summary>What an object in the pipeline changes: an entry nothing, a row what it names.</summary>
public sealed class PipelineTests : IClassFixture<RealPowerShell>
{
    private readonly RealPowerShell _powerShell;

    public PipelineTests(RealPowerShell powerShell)
    {
        (_powerShell = powerShell).NewHome();
        _powerShell.Run("""
        1..4 | ForEach-Object {
            Add-TtEntry "Task $_" -Start "2026-03-02 0${_}:00" -End "2026-03-02 0${_}:30" -Project Acme -Tag one, two
        }
        function global:All { Get-TtEntry -From 2026-03-02 -To '2026-03-03 00:00' }
        """);
    }

    [Theory]
    [InlineData("$old")]
    [InlineData("$old | Select-Object *")]
    [InlineData("$old | Select-Object EntryId, Description, Billable")]
    [InlineData("$(Export-Clixml -InputObject $old -Path $xml; Import-Clixml $xml)")]
    [InlineData("$(Export-Clixml -InputObject ($old | Select-Object *) -Path $xml; Import-Clixml $xml)")]
    public void SetTtEntry_WithAnEntryReadBefore_ChangesOnlyWhatIsTyped(string copies)
    {
        _powerShell.Run($$"""
            $xml = New-TemporaryFile
            $old = All
            Set-TtEntry $old[0].EntryId -Description New -Tag three -Project Home -End '2026-03-02 01:20'
            {{copies}} | Set-TtEntry -Billable
            """);

        Assert.Equal(
            ["New|Home|three|01:00-01:20|True", "Task 2|Acme|one two|02:00-02:30|True"], Entries().Take(2));
    }

    [Fact]
    public void SetTtEntry_WithARow_ChangesWhatItNames_WhateverRowsBeforeNamed()
    {
        _powerShell.Run("""
            $ids = (All).EntryId
            Set-TtEntry $ids[2] -Billable
            @(
                [pscustomobject]@{ EntryId = $ids[0]; Billable = $true; Description = 'First' }
                [pscustomobject]@{ EntryId = $ids[1]; Project = 'Home' }
                [pscustomobject]@{ EntryId = $ids[2]; Tags = 'three, four' }
                [pscustomobject]@{ Id = $ids[3]; Tag = @() }
            ) | Set-TtEntry
            """);

        Assert.Equal(
            [
                "First|Acme|one two|01:00-01:30|True", "Task 2|Home|one two|02:00-02:30|False",
                "Task 3|Acme|four three|03:00-03:30|True", "Task 4|Acme||04:00-04:30|False",
            ],
            Entries());
    }

    [Fact]
    public void TheTagsOfAnEntry_AreAListWhereTagsAreAskedFor()
    {
        _powerShell.Run("""
            $e = (All)[0]
            Set-TtEntry (All)[1].EntryId -Tag ($e.Tags + 'three')
            Set-TtEntry (All)[2].EntryId -Tag @()
            Set-TtEntry (All)[2].EntryId -Tag $e.Tags
            """);
        Assert.Equal(["one three two", "one two"], Entries().Skip(1).Take(2).Select(entry => entry.Split('|')[2]));
    }

    [Fact]
    public void WhatExportCsvWrites_ReadBack_ChangesNothing()
    {
        var rows = _powerShell.Run("""
            $csv = New-TemporaryFile
            $before = All | ConvertTo-Json
            All | Export-Csv $csv
            Import-Csv $csv | Select-Object EntryId, Description, Project, Tags, Billable | Set-TtEntry
            (All | ConvertTo-Json) -eq $before
            $row = (Import-Csv $csv)[0]
            "$($row.Date) $($row.Hours) $($row.Tags) $($row.Billable)"
            """);
        Assert.Equal(["True", "2026-03-02 0.5 one, two False"], rows);
    }

    [Fact]
    public void AddTtEntry_OfAnImportedEntry_BooksItAgain()
    {
        _powerShell.Run("""
            $xml = New-TemporaryFile
            All | Select-Object -First 1 | Export-Clixml $xml
            Remove-TtEntry (All)[0].EntryId
            Import-Clixml $xml | Add-TtEntry -Billable
            """);
        Assert.Equal("Task 1|Acme|one two|01:00-01:30|True", Entries()[0]);
    }

    [Fact]
    public void SetTtEntry_OfAJobsOutput_ChangesOnlyWhatIsTyped()
    {
        _powerShell.Run("""
            $old = Start-Job { Import-Module $using:manifest; Get-TtEntry -From 2026-03-02 -To '2026-03-03 00:00' } | Receive-Job -Wait
            Set-TtEntry (All)[0].EntryId -Description New
            $old | Set-TtEntry -Billable
            """.Replace("$using:manifest", $"'{Engine.Manifest}'", StringComparison.Ordinal));
        Assert.Equal("New|Acme|one two|01:00-01:30|True", Entries()[0]);
    }

    [Fact]
    public void SetTtEntry_WithARow_GoesByWhatIsTypedFirst()
    {
        _powerShell.Run("""
            All | Select-Object -First 2 | ForEach-Object {
                [pscustomobject]@{ EntryId = $_.EntryId; Description = 'Row'; Billable = $true }
            } | Set-TtEntry -Description { "Typed $($_.EntryId.ToString().Length)" } -Billable:$false
            """);
        Assert.All(Entries().Take(2), entry => Assert.StartsWith("Typed 36|", entry, StringComparison.Ordinal));
        Assert.All(Entries().Take(2), entry => Assert.EndsWith("|False", entry, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("True", true)]
    [InlineData("yes", true)]
    [InlineData("1", true)]
    [InlineData("TRUE", true)]
    [InlineData("on", true)]
    [InlineData("False", false)]
    [InlineData("no", false)]
    [InlineData("0", false)]
    [InlineData("", false)]
    public void AddTtEntry_OfCsv_ReadsBillableInAnyCase(string text, bool expected)
    {
        _powerShell.Run($"""
            "Description,Start,End,Billable,Tag,Project
            Row,2026-03-02 12:00,2026-03-02 13:00,{text},," | ConvertFrom-Csv | Add-TtEntry
            """);
        Assert.Equal($"Row|||12:00-13:00|{expected}", Entries()[^1]);
    }

    [Fact]
    public void SetTtEntry_OfCsvThatSaysFalse_TakesBillableBack()
    {
        _powerShell.Run("""
            All | Set-TtEntry -Billable
            "EntryId,Billable
            $((All)[0].EntryId),false
            $((All)[1].EntryId)," | ConvertFrom-Csv | Set-TtEntry
            """);
        Assert.Equal([false, true], Entries().Take(2).Select(entry => entry.EndsWith("True", StringComparison.Ordinal)));
    }

    [Fact]
    public void ARowWhoseBillableIsNeither_IsAnErrorAndChangesNothing()
    {
        var error = Assert.Single(_powerShell.Try("""
            [pscustomobject]@{ EntryId = (All)[0].EntryId; Billable = 'maybe'; Description = 'Row' } | Set-TtEntry
            """).Errors);
        Assert.StartsWith("NotTrueOrFalse,", error, StringComparison.Ordinal);
        Assert.Contains("'maybe'", error, StringComparison.Ordinal);
        Assert.Equal("Task 1|Acme|one two|01:00-01:30|False", Entries()[0]);
    }

    [Fact]
    public void SetTtEntry_OfAnEmptyCell_TakesTheProjectAndTheTagsAway()
    {
        _powerShell.Run("""
            "EntryId,Project,Tags
            $((All)[0].EntryId),," | ConvertFrom-Csv | Set-TtEntry
            """);
        Assert.Equal("Task 1|||01:00-01:30|False", Entries()[0]);
    }

    [Fact]
    public void SetTtEntry_WithAnIdAlone_ChangesThatEntry()
    {
        _powerShell.Run("(All)[0, 1].EntryId | Set-TtEntry -Billable; \"$((All)[2].EntryId)\" | Set-TtEntry -Billable");
        Assert.Equal([true, true, true, false], Entries().Select(entry => entry.EndsWith("True", StringComparison.Ordinal)));
    }

    private string[] Entries() => [.. _powerShell.Run("""
        All | ForEach-Object {
            $_.Description, $_.Project, (($_.Tags | Sort-Object) -join ' '),
                "$($_.Start.ToString('HH:mm'))-$($_.End.ToString('HH:mm'))", $_.Billable -join '|'
        }
        """)];
}
