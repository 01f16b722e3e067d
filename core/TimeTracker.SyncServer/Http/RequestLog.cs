using TimeTracker.SyncServer.Users;

namespace TimeTracker.SyncServer.Http;

/// <summary>One line a request: ids and numbers, never what was sent or by which token.</summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var began = clock.GetTimestamp();
        await next(context).ConfigureAwait(false);
        if (log.IsEnabled(LogLevel.Information))
        {
            Write(context, clock.GetElapsedTime(began));
        }
    }

    private void Write(HttpContext context, TimeSpan took)
    {
        var caller = context.Features.Get<Caller>();
        Answered(
            context.Request.Method,
            (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)",
            context.Response.StatusCode,
            took.TotalMilliseconds,
            caller?.User.Value,
            caller?.Enrolment,
            context.TraceIdentifier);
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "{Method} {Route} {Status} {Milliseconds:0.0} ms user {User} enrolment {Enrolment} request {Request}")]
    private partial void Answered(
        string method, string route, int status, double milliseconds, Guid? user, Guid? enrolment, string request);
}
