namespace TimeTracker.Domain;

/// <summary>
/// What a wall clock's date and time can mean in a zone: one instant, two where the clocks were set back, none where
/// they were set forward. Nothing here guesses.
/// </summary>
public static class LocalTime
{
    // The clocks of no zone change twice within two days, so one change at most lies between these two looks.
    private static readonly TimeSpan Look = TimeSpan.FromDays(1);

    /// <summary>All instants at which the zone's wall clock shows the time, the earlier one first.</summary>
    public static IReadOnlyList<DateTimeOffset> Readings(DateTime local, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var time = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return [.. OffsetsAround(time, zone)
            .Select(offset => new DateTimeOffset(time, offset))
            .Where(reading => zone.GetUtcOffset(reading) == reading.Offset)
            .OrderBy(reading => reading)];
    }

    /// <summary>
    /// Of a time that the clocks skipped: what it would have been by the offset before the change and by that after
    /// it, which are the two things that a person can have meant.
    /// </summary>
    public static IReadOnlyList<DateTimeOffset> AcrossTheChange(DateTime local, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var time = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return [.. OffsetsAround(time, zone).Select(offset => new DateTimeOffset(time, offset))];
    }

    /// <summary>The first instant of a date: midnight, or the first time after it where the clocks skip midnight.</summary>
    public static DateTimeOffset StartOf(DateOnly date, TimeZoneInfo zone)
    {
        var midnight = date.ToDateTime(TimeOnly.MinValue);
        if (Readings(midnight, zone) is [var first, ..])
        {
            return first;
        }

        // By the offset that held before the change, midnight is just the instant of the change or shortly before.
        var before = AcrossTheChange(midnight, zone)[0];
        return before.ToOffset(zone.GetUtcOffset(before));
    }

    private static IEnumerable<TimeSpan> OffsetsAround(DateTime time, TimeZoneInfo zone)
    {
        var asUtc = DateTime.SpecifyKind(time, DateTimeKind.Utc);
        var before = asUtc - DateTime.MinValue > Look ? asUtc - Look : asUtc;
        var after = DateTime.MaxValue - asUtc > Look ? asUtc + Look : asUtc;
        return new[] { zone.GetUtcOffset(before), zone.GetUtcOffset(after) }.Distinct();
    }
}
