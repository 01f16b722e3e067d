namespace TimeTracker.Domain;

/// <summary>A program's promise to look at the clocks every <see cref="Period"/> while a timer runs.</summary>
/// <param name="Holder">The program that looks.</param>
/// <param name="Token">Grows each time that another program takes over.</param>
/// <param name="Expires">The reading after which the holder counts as dead.</param>
public sealed record Lease(string Holder, long Token, Reading Expires)
{
    /// <summary>How often the holder looks.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(30);

    /// <summary>How long a holder is believed without a sign of life: three looks.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromSeconds(90);

    /// <summary>The reading at which a promise given now ends.</summary>
    public static Reading ExpiryFrom(Reading now) => now with
    {
        UtcMicroseconds = now.UtcMicroseconds + (Duration.Ticks / TimeSpan.TicksPerMicrosecond),
        Monotonic = now.Monotonic + Duration,
        Boottime = now.Boottime + Duration,
    };

    /// <summary>
    /// Whether the promise has run out. While the machine sleeps nobody can keep it, so only the time that the machine
    /// was awake counts; another boot session ends it.
    /// </summary>
    public bool HasExpired(Reading now) => ClockDomain.Comparable(Expires.Domain, now.Domain)
        ? now.Monotonic > Expires.Monotonic || now.Monotonic < Expires.Monotonic - Duration
        : Expires.Domain != now.Domain || now.UtcMicroseconds > Expires.UtcMicroseconds;

    /// <summary>What a promise is worth for the time up to a reading.</summary>
    /// <param name="lease">The promise; null where none was given, or it was taken back in order.</param>
    /// <param name="self">Who asks; it knows that it lives, however late it is.</param>
    /// <param name="now">The reading.</param>
    /// <param name="isGone">Whether the holder is known to have ended.</param>
    public static Watch WatchOf(Lease? lease, string self, Reading now, bool isGone) => lease switch
    {
        null => Watch.None,
        { Holder: var holder } when holder == self => Watch.Kept,
        _ => isGone || lease.HasExpired(now) ? Watch.Broken : Watch.Kept,
    };
}
