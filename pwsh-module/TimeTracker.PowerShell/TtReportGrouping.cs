namespace TimeTracker.PowerShell;

/// <summary>What the lines of a report stand for.</summary>
public enum TtReportGrouping
{
    /// <summary>A line for each project.</summary>
    Project,

    /// <summary>A line for each tag; an entry counts in each of its tags' lines.</summary>
    Tag,

    /// <summary>A line for each day.</summary>
    Day,
}
