namespace TimeTracker.Domain;

/// <summary>Something that the clocks did, for diagnosis.</summary>
/// <param name="Kind">What.</param>
/// <param name="Amount">By how much: of a step, positive is forward.</param>
/// <param name="UtcMicroseconds">The wall clock when it was noticed; any value.</param>
public sealed record ClockEvent(ClockEventKind Kind, TimeSpan Amount, long UtcMicroseconds);
