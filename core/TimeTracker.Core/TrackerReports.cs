using TimeTracker.Core.Storage;
using TimeTracker.Domain;

namespace TimeTracker.Core;

/// <summary>What a tracker can tell over all entries: totals, free time, history, and what is in use.</summary>
public sealed class TrackerReports
{
    private readonly Tracker _tracker;

    internal TrackerReports(Tracker tracker) => _tracker = tracker;

    /// <summary>The period around an instant, now unless told otherwise: [From, To).</summary>
    /// <exception cref="StoreException">The machine's clock has lost the year.</exception>
    public (DateTimeOffset From, DateTimeOffset To) Period(ReportPeriod period, DateTimeOffset? around = null)
    {
        var (from, to) = Calendar.Around(
            around is { } given ? Instant.Nearest(given) : _tracker.NowOrThrow(), period, _tracker.Now().Zone);
        return (from.ToDateTimeOffset(TimeSpan.Zero), to.ToDateTimeOffset(TimeSpan.Zero));
    }

    /// <summary>The totals of what is booked within the query's time and meets its conditions.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public Report Report(EntryQuery query, ReportGrouping grouping)
    {
        ArgumentNullException.ThrowIfNull(query);
        var now = _tracker.Now();
        return _tracker.Ask(snapshot =>
        {
            var questions = Questions.Of(snapshot);
            var bookings = EntryViews.List(snapshot, query, now).Select(view =>
                BookingOf(view) with { Unanswered = questions.Stretches(view.Entry, view.EndOrNow) });
            return Domain.Report.Of(bookings, Instant.Nearest(query.From), Instant.Nearest(query.To), grouping, now.Zone);
        });
    }

    /// <summary>The unbooked stretches of working hours within [from, to), up to now.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> FreeTime(
        DateTimeOffset from, DateTimeOffset to, WorkingHours hours)
    {
        var zone = _tracker.Now().Zone;
        var end = Instant.Earlier(Instant.Nearest(to), _tracker.NowOrThrow());
        var booked = _tracker.Entries(new EntryQuery(from, to)).Select(BookingOf);
        return [.. Domain.FreeTime.Find(booked, Instant.Nearest(from), end, hours, zone)
            .Select(free => (Local(free.From, zone), Local(free.To, zone)))];
    }

    /// <summary>All projects that count, the one used last first.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public IReadOnlyList<UsageView> Projects() => _tracker.Ask(UsageQueries.Projects);

    /// <summary>All tags in use, the one used last first.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public IReadOnlyList<UsageView> Tags() => _tracker.Ask(UsageQueries.Tags);

    /// <summary>The latest changes made within [from, to), of one entry or all, the oldest first.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public IReadOnlyList<HistoryItem> History(EntryId? entry, DateTimeOffset from, DateTimeOffset to, int newest)
    {
        var now = _tracker.Now();
        return _tracker.Ask(snapshot => HistoryQueries.Latest(snapshot, entry, (from, to), newest, now));
    }

    private static DateTimeOffset Local(Instant instant, TimeZoneInfo zone) =>
        ZonedInstant.In(zone, instant).ToDateTimeOffset();

    private static Booking BookingOf(EntryView view) => new(
        view.Entry.Span.Start.Instant, view.EndOrNow, view.Certainty, view.Project, view.Entry.Tags);
}
