namespace TimeTracker.Domain;

/// <summary>Finds the stretches of a person's working hours in which nothing is booked.</summary>
public static class FreeTime
{
    /// <summary>The free stretches within [from, to), in their order.</summary>
    /// <param name="booked">What is booked, in any order; it may overlap.</param>
    /// <param name="from">The first instant.</param>
    /// <param name="to">The first instant after.</param>
    /// <param name="hours">The working hours of each day.</param>
    /// <param name="zone">The zone whose days and hours are meant.</param>
    public static IEnumerable<(Instant From, Instant To)> Find(
        IEnumerable<Booking> booked, Instant from, Instant to, WorkingHours hours, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(hours);
        var covered = Covered(booked);
        var first = 0;
        for (var date = DaySplit.DateOf(from, zone); DaySplit.StartOf(date, zone) < to; date = date.AddDays(1))
        {
            var (opens, closes) = hours.On(date, zone);
            var (free, end) = (Instant.Later(opens, from), Instant.Earlier(closes, to));
            while (first < covered.Count && covered[first].To <= free)
            {
                first++;
            }

            for (var next = first; next < covered.Count && covered[next].From < end; next++)
            {
                if (IsFree(free, covered[next].From))
                {
                    yield return (free, covered[next].From);
                }

                free = Instant.Later(free, covered[next].To);
            }

            if (IsFree(free, end))
            {
                yield return (free, end);
            }
        }

        bool IsFree(Instant start, Instant end) => end > start && end - start >= hours.Shortest;
    }

    /// <summary>The time that bookings cover, as stretches that do not touch.</summary>
    private static List<(Instant From, Instant To)> Covered(IEnumerable<Booking> booked)
    {
        var covered = new List<(Instant From, Instant To)>();
        foreach (var booking in booked.OrderBy(booking => booking.From))
        {
            if (covered.Count > 0 && booking.From <= covered[^1].To)
            {
                covered[^1] = (covered[^1].From, Instant.Later(covered[^1].To, booking.To));
            }
            else
            {
                covered.Add((booking.From, booking.To));
            }
        }

        return covered;
    }
}
