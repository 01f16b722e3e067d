namespace TimeTracker.Domain;

/// <summary>A stretch of the calendar around a date.</summary>
public enum ReportPeriod
{
    /// <summary>The date.</summary>
    Day,

    /// <summary>From Monday to Sunday (ISO 8601).</summary>
    Week,

    /// <summary>The date's month.</summary>
    Month,
}
