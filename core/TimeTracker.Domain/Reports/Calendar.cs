namespace TimeTracker.Domain;

/// <summary>Where the days, weeks and months of a zone begin and end.</summary>
public static class Calendar
{
    private const int DaysInAWeek = 7;

    /// <summary>The period that an instant falls into: [From, To).</summary>
    public static (Instant From, Instant To) Around(Instant instant, ReportPeriod period, TimeZoneInfo zone)
    {
        var date = DaySplit.DateOf(instant, zone);
        var (first, after) = period switch
        {
            ReportPeriod.Week => (Monday(date), Monday(date).AddDays(DaysInAWeek)),
            ReportPeriod.Month => (date.AddDays(1 - date.Day), date.AddDays(1 - date.Day).AddMonths(1)),
            _ => (date, date.AddDays(1)),
        };
        return (DaySplit.StartOf(first, zone), DaySplit.StartOf(after, zone));
    }

    private static DateOnly Monday(DateOnly date) => date.AddDays(-(((int)date.DayOfWeek + DaysInAWeek - 1) % DaysInAWeek));
}
