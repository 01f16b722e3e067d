using TimeTracker.Domain;

namespace TimeTracker.Core;

/// <summary>A person's day: from one local midnight to the next, 23 to 25 hours where the clocks change.</summary>
internal static class LocalDay
{
    /// <summary>The day that an instant falls on.</summary>
    internal static (Instant From, Instant To) Of(Instant instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant.ToDateTimeOffset(TimeSpan.Zero), zone);
        return (Midnight(local.Date, zone), Midnight(local.Date.AddDays(1), zone));
    }

    /// <summary>How much of an entry lies within [from, to).</summary>
    internal static TimeSpan TimeWithin(EntryView view, Instant from, Instant to)
    {
        var start = Instant.Later(view.Entry.Span.Start.Instant, from);
        var end = Instant.Earlier(view.EndOrNow, to);
        return end > start ? end - start : TimeSpan.Zero;
    }

    // Where the clocks skip midnight, the day begins at the first time that there is.
    private static Instant Midnight(DateTime date, TimeZoneInfo zone)
    {
        var time = date;
        while (zone.IsInvalidTime(time))
        {
            time = time.AddMinutes(1);
        }

        var offset = zone.IsAmbiguousTime(time) ? zone.GetAmbiguousTimeOffsets(time).Max() : zone.GetUtcOffset(time);
        var microseconds = (new DateTimeOffset(time, offset).UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks)
            / TimeSpan.TicksPerMicrosecond;
        return Instant.FromMicroseconds(Math.Clamp(microseconds, Instant.Min.Microseconds, Instant.Max.Microseconds));
    }
}
