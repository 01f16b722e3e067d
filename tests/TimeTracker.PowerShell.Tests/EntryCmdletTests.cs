namespace TimeTracker.PowerShell.Tests;

public sealed class EntryCmdletTests : IDisposable
{
    private readonly Engine _engine = new();

    public EntryCmdletTests() => _engine.Run("""
        Add-TtEntry 'Write the report' -Start '2026-01-05 09:00' -End '2026-01-05 10:30' -Project Acme -Tag deep
        Add-TtEntry 'Call' -Start '2026-01-05 10:30' -End '2026-01-05 11:00' -Project Home -Billable
        Add-TtEntry 'Read' -Start '2026-02-01 10:30' -End '2026-02-01 11:00'
        """);

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("-From '2026-01-05' -To '2026-01-06'", "Write the report,Call")]
    [InlineData("-From '2026-01-05 10:30'", "Call,Read")]
    [InlineData("-To '2026-01-05 10:30'", "Write the report")]
    [InlineData("-From '2000-01-01' -Project ACME", "Write the report")]
    [InlineData("-From '2000-01-01' -Tag Deep", "Write the report")]
    [InlineData("-From '2000-01-01' -Text EA", "Read")]
    [InlineData("", "")]
    public void GetTtEntry_ListsWhatIsAskedFor(string parameters, string expected) => Assert.Equal(
        expected,
        string.Join(',', _engine.Run($"Get-TtEntry {parameters}").Select(entry => entry.Properties["Description"].Value)));

    [Fact]
    public void AnEntry_HasTypedProperties()
    {
        var entry = _engine.Run("Get-TtEntry -From '2000-01-01' -Text report")[0];

        Assert.Equal(
            [
                "EntryId", "Description", "Project", "Tags", "Billable", "Start", "End", "Duration", "Date", "Hours", "State",
                "Certainty", "Overlaps", "Unanswered",
            ],
            entry.Properties.Select(property => property.Name));
        Assert.IsType<Guid>(entry.Properties["EntryId"].Value);
        Assert.Equal(TimeSpan.FromMinutes(90), entry.Properties["Duration"].Value);
        Assert.Equal("Stopped", entry.Properties["State"].Value.ToString());
        Assert.Equal("Certain", entry.Properties["Certainty"].Value.ToString());
        Assert.Equal(new DateTime(2026, 1, 5, 9, 0, 0), ((DateTimeOffset)entry.Properties["Start"].Value).DateTime);
    }

    [Fact]
    public void AddTtEntry_IntoAnother_IsAnErrorThatNamesIt()
    {
        var error = _engine.Fail("Add-TtEntry 'Plan' -Start '2026-01-05 10:45' -End '2026-01-05 11:15'");
        Assert.StartsWith("Overlaps,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("'Call'", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void OneBadItemInAPipeline_LeavesTheOthersBooked()
    {
        var (_, errors, _) = _engine.Try("""
            1..20 | ForEach-Object {
                [pscustomobject]@{
                    Description = if ($_ -eq 7) { '' } else { "Task $_" }
                    Start = ([datetime]'2026-03-02').AddHours($_)
                    End = ([datetime]'2026-03-02').AddHours($_ + 1)
                }
            } | Add-TtEntry
            """);

        Assert.StartsWith("DescriptionEmpty,", Assert.Single(errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(19, _engine.Run("Get-TtEntry -From '2026-03-02' -To '2026-03-03 12:00'").Count);
    }

    [Fact]
    public void TheListing_FitsEightyColumnsAndReadsPlainly()
    {
        var host = new RecordingHost(width: 80);
        Assert.Equal(
            """

            Start                Duration State    Project      Description
            -----                -------- -----    -------      -----------
            2026-01-05 09:00:00   1:30:00 Stopped  Acme         Write the report
            2026-01-05 10:30:00   0:30:00 Stopped  Home         Call


            """.ReplaceLineEndings("\n"),
            host.Run("Get-TtEntry -From '2026-01-05' -To '2026-01-06' | Out-Default"));
    }
}
