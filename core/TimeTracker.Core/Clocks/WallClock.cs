using TimeTracker.Domain;

namespace TimeTracker.Core.Clocks;

/// <summary>The one place that asks the machine what time it is.</summary>
internal static class WallClock
{
    internal static long Microseconds() => Instant.MicrosecondsOf(TimeProvider.System.GetUtcNow());
}
