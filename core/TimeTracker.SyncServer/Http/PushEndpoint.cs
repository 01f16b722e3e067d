using TimeTracker.Domain;
using TimeTracker.SyncServer.Pushing;

namespace TimeTracker.SyncServer.Http;

/// <summary>POST /v1/push.</summary>
internal sealed class PushEndpoint(SyncLog log, NewRows newRows, ServerMetrics metrics)
{
    internal Task<IResult> Handle(HttpContext context)
    {
        var user = KnownCaller.Of(context).User;
        return RequestBody.Read(context, PushRequest.FromWire, request => Push(user, request));
    }

    private IResult Push(UserId user, PushRequest request)
    {
        var outcome = log.Push(user, request);
        metrics.Count(outcome);
        switch (outcome)
        {
            case PushOutcome.Done(var response):
                newRows.Announce(user);
                return new WireResult(response.ToWire());
            case PushOutcome.OtherFeed:
                return new ProblemResult(Problems.OtherFeed);
            case PushOutcome.OutOfOrder(var lastSeq):
                return new ProblemResult(Problems.OutOfOrder(lastSeq));
            default:
                return new ProblemResult(Problems.NotLetIn);
        }
    }
}
