using System.Management.Automation;
using TimeTracker.Core;
using TimeTracker.Domain;
using TimeTracker.PowerShell.Completers;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Adds up what is booked in a day, a week, a month, or between two instants.</summary>
/// <example>
/// <code>Get-TtReport -Week -GroupBy Project</code>
/// Adds up this week by project.
/// </example>
/// <example>
/// <code>Get-TtReport -Month -Date 2026-01-15 -GroupBy Day</code>
/// Adds up a month by day.
/// </example>
/// <example>
/// <code>Get-TtReport -From yesterday -Tag deep</code>
/// Adds up what has a tag since yesterday.
/// </example>
[Cmdlet(VerbsCommon.Get, "TtReport", DefaultParameterSetName = "Day")]
[OutputType(typeof(TtReportLine))]
public sealed class GetTtReport : FilteringCmdlet
{
    /// <summary>One day: today, or that of -Date.</summary>
    [Parameter(ParameterSetName = "Day")]
    public SwitchParameter Day { get; set; }

    /// <summary>One week, from Monday: this one, or that of -Date.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Week")]
    public SwitchParameter Week { get; set; }

    /// <summary>One month: this one, or that of -Date.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Month")]
    public SwitchParameter Month { get; set; }

    /// <summary>A date within the day, week or month.</summary>
    [Parameter(Position = 0, ParameterSetName = "Day")]
    [Parameter(Position = 0, ParameterSetName = "Week")]
    [Parameter(Position = 0, ParameterSetName = "Month")]
    [TtTime]
    public DateTimeOffset? Date { get; set; }

    /// <summary>The first instant.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Range")]
    [TtTypedTime]
    public TtTypedTime? From { get; set; }

    /// <summary>The first instant after, a date being all of that day; now unless told otherwise.</summary>
    [Parameter(ParameterSetName = "Range")]
    [TtTypedTime]
    public TtTypedTime? To { get; set; }

    /// <summary>What the lines stand for; without it, one line for all.</summary>
    [Parameter]
    public TtReportGrouping? GroupBy { get; set; }

    /// <summary>Only entries of these projects, in any spelling, with * and ? for patterns; '' for those without one.</summary>
    [Parameter]
    [AllowEmptyString]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public string[] Project { get; set; } = [];

    /// <summary>Only entries with one of these tags, in any spelling, with * and ? for patterns; '' for those without one.</summary>
    [Parameter]
    [AllowEmptyString]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TagCompleter))]
    public string[] Tag { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var period = ParameterSetName switch
        {
            "Range" => (From: DateTimeOffset.MinValue, To: DateTimeOffset.UtcNow),
            "Month" => Ask(tracker => tracker.Reports.Period(ReportPeriod.Month, Date)),
            "Week" => Ask(tracker => tracker.Reports.Period(ReportPeriod.Week, Date)),
            _ => Ask(tracker => tracker.Reports.Period(ReportPeriod.Day, Date)),
        };
        if (!TryPeriod(From, To, period, out period))
        {
            return;
        }

        var query = new EntryQuery(period.From, period.To) { Projects = Projects(Project), Tags = Tags(Tag) };
        var grouping = GroupBy switch
        {
            TtReportGrouping.Project => ReportGrouping.Project,
            TtReportGrouping.Tag => ReportGrouping.Tag,
            TtReportGrouping.Day => ReportGrouping.Day,
            _ => ReportGrouping.None,
        };
        var report = Ask(tracker => tracker.Reports.Report(query, grouping)).InWholeSeconds();
        foreach (var line in report.Lines)
        {
            WriteObject(new TtReportLine(report, line, GroupBy?.ToString() ?? "All"));
        }
    }
}
