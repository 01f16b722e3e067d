namespace TimeTracker.Domain;

/// <summary>Which day a time of day alone belongs to, where it is typed about an entry.</summary>
public sealed class ClockPlace
{
    private readonly Func<DateTimeOffset, (DateTimeOffset From, DateTimeOffset? NotBefore, DateTimeOffset? NotAfter)> _days;
    private readonly bool _first;

    private ClockPlace(
        Func<DateTimeOffset, (DateTimeOffset From, DateTimeOffset? NotBefore, DateTimeOffset? NotAfter)> days, bool first, bool refusesDates) =>
        (_days, _first, RefusesDates) = (days, first, refusesDates);

    /// <summary>Today.</summary>
    public static ClockPlace Today { get; } = new(now => (now, null, null), first: true, refusesDates: false);

    /// <summary>Whether a date without a time is refused.</summary>
    public bool RefusesDates { get; }

    /// <summary>The day on which that instant lies: for the start of an entry that there is.</summary>
    public static ClockPlace OnDayOf(DateTimeOffset instant) => new(_ => (instant, null, null), first: true, refusesDates: false);

    /// <summary>The first such time at or after that instant: for an end.</summary>
    public static ClockPlace From(DateTimeOffset start) => new(_ => (start, start, null), first: true, refusesDates: true);

    /// <summary>The only such time from that instant up to now: for what happened while an entry ran.</summary>
    public static ClockPlace Since(DateTimeOffset start) => new(now => (start, start, now), first: false, refusesDates: false);

    /// <summary>The instant that is meant. Where none of the days has it, today's, so that whoever decides says what is wrong.</summary>
    internal Judgement<DateTimeOffset> Read(
        string text, Func<DateTime, Judgement<DateTimeOffset>> at, DateTimeOffset now, TimeZoneInfo zone)
    {
        var (from, notBefore, notAfter) = _days(now);
        if (notBefore is null)
        {
            return at(TimeZoneInfo.ConvertTime(from, zone).Date);
        }

        var found = new List<DateTimeOffset>();
        var last = notAfter is { } end ? TimeZoneInfo.ConvertTime(end, zone).Date : DateTime.MaxValue.Date;

        // One day earlier, as its 24:00 is the next one's midnight.
        for (var day = TimeZoneInfo.ConvertTime(from, zone).Date.AddDays(-1); day <= last && found.Count < 2; day = day.AddDays(1))
        {
            if (at(day).Fails(out var rejection, out var instant))
            {
                return rejection;
            }

            if (instant >= notBefore && (notAfter is null || instant <= notAfter))
            {
                found.Add(instant);
                if (_first)
                {
                    break;
                }
            }
        }

        return found switch
        {
            [] => at(now.Date),
            [var only] => only,
            _ => Rejection.SeveralDays(text, found),
        };
    }
}
