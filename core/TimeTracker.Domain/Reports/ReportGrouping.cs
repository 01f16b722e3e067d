namespace TimeTracker.Domain;

/// <summary>What the lines of a report stand for.</summary>
public enum ReportGrouping
{
    /// <summary>One line for all.</summary>
    None,

    /// <summary>A line for each project, and one for entries without.</summary>
    Project,

    /// <summary>A line for each tag, and one for entries without; an entry counts in each of its tags' lines.</summary>
    Tag,

    /// <summary>A line for each local day on which something is booked.</summary>
    Day,
}
