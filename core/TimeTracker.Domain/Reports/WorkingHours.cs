namespace TimeTracker.Domain;

/// <summary>A day's working hours by the wall clock.</summary>
/// <param name="Opens">Time after midnight at which they begin.</param>
/// <param name="Closes">Time after midnight at which they end, up to 24 hours.</param>
/// <param name="Shortest">The shortest free stretch that is worth a mention.</param>
public sealed record WorkingHours(TimeSpan Opens, TimeSpan Closes, TimeSpan Shortest)
{
    /// <summary>
    /// The hours of a date: nothing of them is lost where the clocks change, so the first of two openings and the last
    /// of two closings count.
    /// </summary>
    public (Instant From, Instant To) On(DateOnly date, TimeZoneInfo zone)
    {
        var midnight = date.ToDateTime(TimeOnly.MinValue);
        return (Instant.Nearest(At(midnight + Opens, zone, last: false)), Instant.Nearest(At(midnight + Closes, zone, last: true)));
    }

    private static DateTimeOffset At(DateTime local, TimeZoneInfo zone, bool last) =>
        (LocalTime.Readings(local, zone), last) switch
        {
            ([], _) => LocalTime.AcrossTheChange(local, zone)[0],
            (var readings, false) => readings[0],
            (var readings, true) => readings[^1],
        };
}
