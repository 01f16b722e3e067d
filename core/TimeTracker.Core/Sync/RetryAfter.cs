using System.Net.Http.Headers;

namespace TimeTracker.Core.Sync;

/// <summary>Reads how long a server asks to wait: seconds or a date (RFC 9110, 10.2.3).</summary>
internal static class RetryAfter
{
    /// <summary>The wait, never negative; null where the header is missing or says nothing that can be read.</summary>
    internal static TimeSpan? Read(RetryConditionHeaderValue? header, DateTimeOffset now) => header switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => TimeSpan.FromTicks(Math.Max(0, (date - now).Ticks)),
        _ => null,
    };
}
