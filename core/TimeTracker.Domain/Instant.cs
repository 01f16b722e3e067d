using System.Globalization;

namespace TimeTracker.Domain;

/// <summary>
/// A point on the UTC time line, in whole microseconds since the Unix epoch, from <see cref="Min"/> (2000-01-01)
/// up to and including <see cref="Max"/> (2100-01-01). Nothing that this product books lies outside; a machine whose
/// clock says otherwise has lost it.
/// </summary>
public readonly record struct Instant : IComparable<Instant>
{
    private const long MinMicroseconds = 946_684_800_000_000;
    private const long MaxMicroseconds = 4_102_444_800_000_000;

    private readonly long _sinceMin;

    private Instant(long microseconds) => _sinceMin = microseconds - MinMicroseconds;

    /// <summary>2000-01-01T00:00:00Z, which is also the default value.</summary>
    public static Instant Min => new(MinMicroseconds);

    /// <summary>2100-01-01T00:00:00Z.</summary>
    public static Instant Max => new(MaxMicroseconds);

    /// <summary>Microseconds since the Unix epoch, as the store keeps them.</summary>
    public long Microseconds => _sinceMin + MinMicroseconds;

    /// <summary>Whether the microseconds since the Unix epoch lie within <see cref="Min"/> and <see cref="Max"/>.</summary>
    public static bool InRange(long microseconds) => microseconds is >= MinMicroseconds and <= MaxMicroseconds;

    /// <summary>The door for what is known to be in range; for what is not, ask <see cref="InRange"/> first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside 2000 to 2100.</exception>
    public static Instant FromMicroseconds(long microseconds) => InRange(microseconds)
        ? new(microseconds)
        : throw new ArgumentOutOfRangeException(nameof(microseconds), microseconds, "an instant lies within 2000 and 2100");

    /// <summary>Microseconds since the Unix epoch of any point in time, cut to whole ones; it may lie out of range.</summary>
    public static long MicrosecondsOf(DateTimeOffset point) =>
        (point.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The instant of a point in time; the nearest there is where that lies out of range.</summary>
    public static Instant Nearest(DateTimeOffset point) =>
        new(Math.Clamp(MicrosecondsOf(point), MinMicroseconds, MaxMicroseconds));

    /// <summary>The instant moved by a duration, cut to whole microseconds and held within the range.</summary>
    public Instant AddSaturating(TimeSpan duration)
    {
        var room = duration < TimeSpan.Zero ? Min - this : Max - this;
        var moved = duration < TimeSpan.Zero
            ? TimeSpan.FromTicks(Math.Max(duration.Ticks, room.Ticks))
            : TimeSpan.FromTicks(Math.Min(duration.Ticks, room.Ticks));
        return new(Microseconds + (moved.Ticks / TimeSpan.TicksPerMicrosecond));
    }

    /// <summary>The later of two instants.</summary>
    public static Instant Later(Instant left, Instant right) => new(Math.Max(left.Microseconds, right.Microseconds));

    /// <summary>The earlier of two instants.</summary>
    public static Instant Earlier(Instant left, Instant right) => new(Math.Min(left.Microseconds, right.Microseconds));

    /// <summary>The instant as a .NET date and time at the given offset from UTC.</summary>
    public DateTimeOffset ToDateTimeOffset(TimeSpan offset) =>
        DateTimeOffset.UnixEpoch.AddTicks(Microseconds * TimeSpan.TicksPerMicrosecond).ToOffset(offset);

    /// <summary>The duration from <paramref name="right"/> to <paramref name="left"/>; negative where left is earlier.</summary>
    public static TimeSpan operator -(Instant left, Instant right) =>
        TimeSpan.FromTicks((left._sinceMin - right._sinceMin) * TimeSpan.TicksPerMicrosecond);

    /// <summary>Whether left is before right.</summary>
    public static bool operator <(Instant left, Instant right) => left._sinceMin < right._sinceMin;

    /// <summary>Whether left is after right.</summary>
    public static bool operator >(Instant left, Instant right) => left._sinceMin > right._sinceMin;

    /// <summary>Whether left is not after right.</summary>
    public static bool operator <=(Instant left, Instant right) => left._sinceMin <= right._sinceMin;

    /// <summary>Whether left is not before right.</summary>
    public static bool operator >=(Instant left, Instant right) => left._sinceMin >= right._sinceMin;

    /// <inheritdoc/>
    public int CompareTo(Instant other) => _sinceMin.CompareTo(other._sinceMin);

    /// <summary>ISO 8601 in UTC, to the microsecond.</summary>
    public override string ToString() =>
        ToDateTimeOffset(TimeSpan.Zero).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
}
