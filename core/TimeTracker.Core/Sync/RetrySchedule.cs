namespace TimeTracker.Core.Sync;

/// <summary>
/// How long to wait before the next attempt: exponential with full jitter, and never less than the server asks for. No
/// number of attempts ends it.
/// </summary>
internal static class RetrySchedule
{
    /// <summary>The longest wait after the first failure.</summary>
    internal static readonly TimeSpan First = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait after any failure.</summary>
    internal static readonly TimeSpan Cap = TimeSpan.FromMinutes(5);

    /// <summary>The longest that a server can ask for.</summary>
    internal static readonly TimeSpan RetryAfterCap = TimeSpan.FromHours(1);

    /// <summary>The wait after some failed attempts in a row.</summary>
    /// <param name="attempts">How many, from 1.</param>
    /// <param name="retryAfter">What the server asked for.</param>
    /// <param name="chance">A random number in [0, 1).</param>
    internal static TimeSpan Wait(int attempts, TimeSpan? retryAfter, double chance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        var doublings = Math.Min(attempts - 1, 30);
        var longest = Math.Min(First.Ticks * (1L << doublings), Cap.Ticks);
        var asked = Math.Clamp(retryAfter?.Ticks ?? 0, 0, RetryAfterCap.Ticks);
        return TimeSpan.FromTicks(Math.Max((long)(longest * chance), asked));
    }
}
