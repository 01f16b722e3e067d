using TimeTracker.Domain;
using TimeTracker.SyncServer.Users;

namespace TimeTracker.SyncServer.Http;

/// <summary>POST, GET and DELETE of /v1/devices.</summary>
internal sealed class DevicesEndpoint(Enrolments enrolments)
{
    internal Task<IResult> Enrol(HttpContext context)
    {
        var header = context.Request.Headers[SyncProtocol.IdempotencyKeyHeader].ToString();
        return IdempotencyKey.Parse(header) is { } key
            ? RequestBody.Read(context, EnrolRequest.FromWire, request => Enrol(request, key))
            : Task.FromResult<IResult>(new ProblemResult(Problems.KeyMissing));
    }

    internal IResult List(HttpContext context) => new WireResult(enrolments.List(KnownCaller.Of(context)).ToWire());

    internal IResult Revoke(HttpContext context, string id) =>
        Guid.TryParse(id, out var enrolment) && enrolments.Revoke(KnownCaller.Of(context).User, enrolment)
            ? Results.NoContent()
            : new ProblemResult(Problems.NotFound);

    private IResult Enrol(EnrolRequest request, string key) => enrolments.Enrol(request, key) is { } response
        ? new WireResult(response.ToWire())
        : new ProblemResult(Problems.CodeUnknown);
}
