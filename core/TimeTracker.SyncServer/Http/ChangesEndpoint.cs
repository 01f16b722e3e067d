using TimeTracker.Domain;
using TimeTracker.SyncServer.Users;

namespace TimeTracker.SyncServer.Http;

/// <summary>GET /v1/changes.</summary>
internal sealed class ChangesEndpoint(
    LongPoll longPoll, Enrolments enrolments, ServerMetrics metrics, IHostApplicationLifetime lifetime)
{
    internal Task<IResult> Handle(HttpContext context) => ChangesQuery.FromWire(context.Request.Query) switch
    {
        Received<ChangesQuery>.Valid(var query) => Changes(context, query),
        Received<ChangesQuery>.Invalid(var reason) =>
            Task.FromResult<IResult>(new ProblemResult(Problems.Malformed(reason))),
        _ => throw new InvalidOperationException("no query is too large"),
    };

    private async Task<IResult> Changes(HttpContext context, ChangesQuery query)
    {
        // A server that stops answers those who wait, with an empty page: nobody is to take that for a failure.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted, lifetime.ApplicationStopping);
        using var counted = metrics.LongPoll();
        switch (await longPoll.Changes(KnownCaller.Of(context).User, query, stop.Token).ConfigureAwait(false))
        {
            // The device may have been shut out while it waited.
            case ChangesOutcome.Page when KnownCaller.Find(context, enrolments) is null:
                return new ProblemResult(Problems.NotLetIn);
            case ChangesOutcome.Page(var page):
                metrics.CountSent(page.Rows.Count);
                return new WireResult(page.ToWire());
            case ChangesOutcome.OtherFeed:
                return new ProblemResult(Problems.OtherFeed);
            default:
                return new ProblemResult(Problems.NotLetIn);
        }
    }
}
