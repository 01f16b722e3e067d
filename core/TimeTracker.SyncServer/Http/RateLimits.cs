using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using TimeTracker.Domain;

namespace TimeTracker.SyncServer.Http;

/// <summary>
/// How many requests are taken: enrolments by address, since their codes could be guessed; others by token.
/// </summary>
internal static class RateLimits
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    internal static void Configure(RateLimiterOptions limiter, ServerOptions options)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = static (rejected, _) =>
        {
            if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            {
                rejected.HttpContext.Response.Headers.RetryAfter =
                    Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            }

            return ValueTask.CompletedTask;
        };
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => Partition(context, options)),
            PartitionedRateLimiter.Create<HttpContext, bool>(AtOnce));
    }

    private static RateLimitPartition<string> Partition(HttpContext context, ServerOptions options)
    {
        var request = context.Request;
        var address = (context.Connection.RemoteIpAddress ?? IPAddress.None).ToString();
        if (HttpMethods.IsPost(request.Method) && request.Path == SyncProtocol.DevicesPath)
        {
            return Bucket("enrol " + address, options.EnrolmentsPerMinute);
        }

        var token = request.Headers.Authorization.ToString();
        return Bucket(token.Length > 0 ? token : address, options.RequestsPerMinute);
    }

    // Each keeps a thread while the database works. Those who wait for changes keep none.
    private static RateLimitPartition<bool> AtOnce(HttpContext context) => context.Request.Path == SyncProtocol.ChangesPath
        ? RateLimitPartition.GetNoLimiter(false)
        : RateLimitPartition.GetConcurrencyLimiter(true, static _ => new ConcurrencyLimiterOptions
        {
            PermitLimit = ServerOptions.RequestsAtOnceMax,
            QueueLimit = ServerOptions.RequestsWaitingMax,
        });

    private static RateLimitPartition<string> Bucket(string key, int perMinute) =>
        RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            TokensPerPeriod = perMinute,
            ReplenishmentPeriod = Minute,
            QueueLimit = 0,
        });
}
