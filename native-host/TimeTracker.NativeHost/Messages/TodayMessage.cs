namespace TimeTracker.NativeHost.Messages;

/// <summary>The time booked since the last local midnight.</summary>
/// <param name="TotalMs">All of it, the running entry's up to the reading included.</param>
/// <param name="UnansweredMs">How much of that waits for an answer.</param>
/// <param name="EstimatedMs">How much of the rest is known by the wall clock alone.</param>
internal sealed record TodayMessage(long TotalMs, long UnansweredMs, long EstimatedMs);
