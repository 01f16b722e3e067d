namespace TimeTracker.Domain;

/// <summary>
/// What a machine's clocks said at one moment. Monotonic stands still while the machine sleeps and boottime does not,
/// so their difference is sleep; neither obeys whoever sets the wall clock. Both count from an origin that only
/// <see cref="Domain"/> names: readings of different domains compare by the wall clock alone.
/// </summary>
/// <param name="UtcMicroseconds">The wall clock: microseconds since the Unix epoch. May be any value: clocks fail.</param>
/// <param name="Monotonic">Time since the domain's origin, without suspend.</param>
/// <param name="Boottime">Time since the domain's origin, suspend included.</param>
/// <param name="Domain">The boot session (and time namespace) that the two counters belong to.</param>
public readonly record struct Reading(long UtcMicroseconds, TimeSpan Monotonic, TimeSpan Boottime, ClockDomain Domain)
{
    /// <summary>The wall clock's instant; null where it lies outside the range that anything is booked in.</summary>
    public Instant? Utc => Instant.InRange(UtcMicroseconds) ? Instant.FromMicroseconds(UtcMicroseconds) : null;
}
