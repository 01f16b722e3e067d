namespace TimeTracker.Domain;

/// <summary>When and where a command arrives: the clocks' reading, and the zone that the person's wall clock shows.</summary>
/// <param name="Reading">The clocks.</param>
/// <param name="Zone">The local time zone.</param>
public readonly record struct Moment(Reading Reading, TimeZoneInfo Zone);
