namespace TimeTracker.Domain;

/// <summary>Checks the instants that a person gives against the range, the present and each other.</summary>
internal static class InstantReader
{
    /// <summary>The wall clock now.</summary>
    internal static Judgement<Instant> Wall(Draft draft) =>
        draft.Reading.Utc is { } wall ? wall : Rejection.ClockUnset(draft.Reading);

    /// <summary>A given instant, not after <paramref name="now"/>.</summary>
    internal static Judgement<Instant> Past(Draft draft, string what, DateTimeOffset given, Instant now)
    {
        var microseconds = Instant.MicrosecondsOf(given);
        if (!Instant.InRange(microseconds))
        {
            return Rejection.OutOfRange(what);
        }

        var instant = Instant.FromMicroseconds(microseconds);
        return instant <= now ? instant : Rejection.InTheFuture(what, draft.Zoned(instant), draft.Zoned(now));
    }

    /// <summary>
    /// Where a timer command acts, on a time line on which it is <paramref name="now"/>: an entry's own where one runs,
    /// else the wall clock's.
    /// </summary>
    internal static Judgement<Instant> Resolve(Draft draft, When when, string what, Instant now)
    {
        switch (when)
        {
            case When.Now:
                return now;
            case When.Ago(var amount) when amount < TimeSpan.Zero:
                return Rejection.AgoNegative;
            case When.Ago(var amount):
                return now - Instant.Min >= amount ? now.AddSaturating(-amount) : Rejection.OutOfRange(what);
            case When.At(var given):
                var latest = Instant.Later(now, draft.Reading.Utc ?? now);
                return Past(draft, what, given, latest);
            default:
                throw new InvalidOperationException($"{when.GetType()} is no time");
        }
    }
}
