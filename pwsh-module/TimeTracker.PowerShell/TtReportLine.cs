using TimeTracker.Domain;

namespace TimeTracker.PowerShell;

/// <summary>One line of a report.</summary>
public sealed class TtReportLine
{
    internal TtReportLine(Report report, ReportLine line, string groupBy)
    {
        (From, To) = (report.From.ToDateTimeOffset(TimeSpan.Zero).ToLocalTime(), report.To.ToDateTimeOffset(TimeSpan.Zero).ToLocalTime());
        (GroupBy, Group, Entries) = (groupBy, line.Group, line.Entries);
        (Total, Certain, Estimated, Unanswered) =
            (line.Totals.Total, line.Totals.Certain, line.Totals.Estimated, line.Totals.Unanswered);
        ReportTotal = report.Totals.Total;
    }

    /// <summary>What the lines stand for: All, Project, Tag or Day.</summary>
    public string GroupBy { get; }

    /// <summary>The project, the tag or the day; null for entries that have none, or for all.</summary>
    public string? Group { get; }

    /// <summary>All time of the line: certain, estimated and unanswered; in whole seconds, as all here, which add up.</summary>
    public TimeSpan Total { get; }

    /// <summary>Measured, or stated by you.</summary>
    public TimeSpan Certain { get; }

    /// <summary>Taken from the wall clock across a reboot.</summary>
    public TimeSpan Estimated { get; }

    /// <summary>What waits for the answer to a question.</summary>
    public TimeSpan Unanswered { get; }

    /// <summary>How many entries have a part in it.</summary>
    public int Entries { get; }

    /// <summary>The report's first instant.</summary>
    public DateTimeOffset From { get; }

    /// <summary>The first instant after the report.</summary>
    public DateTimeOffset To { get; }

    /// <summary>The time of the whole report; with tags, each entry counts once.</summary>
    public TimeSpan ReportTotal { get; }
}
