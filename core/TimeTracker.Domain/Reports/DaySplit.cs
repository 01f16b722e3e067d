namespace TimeTracker.Domain;

/// <summary>Cuts time at the midnights of a zone; a day has mostly 23 to 25 hours where the clocks change.</summary>
public static class DaySplit
{
    /// <summary>The parts of a booking, a local day each, in their order.</summary>
    public static IEnumerable<(DateOnly Date, Booking Part)> Of(Booking booking, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(booking);
        var from = booking.From;
        while (from < booking.To)
        {
            var date = DateOf(from, zone);
            var to = Instant.Earlier(booking.To, StartOf(date.AddDays(1), zone));
            yield return (date, booking with { From = from, To = to });
            from = to;
        }
    }

    /// <summary>
    /// The date whose day holds the instant: the local date, or the next one in time that shows the old date again
    /// because the clocks were set back over midnight. A day once begun does not end by that.
    /// </summary>
    public static DateOnly DateOf(Instant instant, TimeZoneInfo zone)
    {
        var shown = DateOnly.FromDateTime(
            TimeZoneInfo.ConvertTime(instant.ToDateTimeOffset(TimeSpan.Zero), zone).DateTime);
        var next = shown.AddDays(1);
        return instant < StartOf(next, zone) ? shown : next;
    }

    /// <summary>The first instant of a date, held within the range of instants.</summary>
    public static Instant StartOf(DateOnly date, TimeZoneInfo zone) => Instant.Nearest(LocalTime.StartOf(date, zone));
}
