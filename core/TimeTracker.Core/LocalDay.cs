using TimeTracker.Domain;

namespace TimeTracker.Core;

/// <summary>A person's day: from one local midnight to the next, 23 to 25 hours where the clocks change.</summary>
internal static class LocalDay
{
    /// <summary>The day that an instant falls on.</summary>
    internal static (Instant From, Instant To) Of(Instant instant, TimeZoneInfo zone) =>
        Calendar.Around(instant, ReportPeriod.Day, zone);

    /// <summary>How much of an entry lies within [from, to).</summary>
    internal static TimeSpan TimeWithin(EntryView view, Instant from, Instant to)
    {
        var start = Instant.Later(view.Entry.Span.Start.Instant, from);
        var end = Instant.Earlier(view.EndOrNow, to);
        return end > start ? end - start : TimeSpan.Zero;
    }
}
