using System.Globalization;

namespace TimeTracker.Domain;

/// <summary>
/// An instant with the zone and the offset from UTC in which it was made. Only the instant counts in arithmetic;
/// zone and offset say how the person's wall clock read, and later changes of zone rules alter neither.
/// </summary>
/// <param name="Instant">The point in time.</param>
/// <param name="ZoneId">The zone's id as the machine named it, such as Europe/Berlin.</param>
/// <param name="OffsetMinutes">Local time minus UTC, -1440 to 1440.</param>
public readonly record struct ZonedInstant(Instant Instant, string ZoneId, int OffsetMinutes)
{
    /// <summary>The longest zone id kept, in characters; a longer one is no zone of the time zone database.</summary>
    public const int ZoneIdLengthMax = 100;

    /// <summary>The instant as read in <paramref name="zone"/>.</summary>
    public static ZonedInstant In(TimeZoneInfo zone, Instant instant)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var offset = zone.GetUtcOffset(instant.ToDateTimeOffset(TimeSpan.Zero));
        return new(instant, zone.Id, (int)offset.TotalMinutes);
    }

    /// <summary>The wall clock's date and time, with its offset.</summary>
    public DateTimeOffset ToDateTimeOffset() => Instant.ToDateTimeOffset(TimeSpan.FromMinutes(OffsetMinutes));

    /// <summary>ISO 8601 with the offset.</summary>
    public override string ToString() =>
        ToDateTimeOffset().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFzzz", CultureInfo.InvariantCulture);
}
