using TimeTracker.Domain;
using TimeTracker.SyncServer.Storage;

namespace TimeTracker.SyncServer.Http;

/// <summary>
/// Answers with a problem whatever goes wrong, and wherever: nothing ends in an empty page or a stack trace.
/// </summary>
internal sealed partial class Faults(RequestDelegate next, ILogger<Faults> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context).ConfigureAwait(false);
            if (context.Response is { HasStarted: false, StatusCode: >= StatusCodes.Status400BadRequest })
            {
                await Answer(context, Problems.OfStatus(context.Response.StatusCode)).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The asker has gone; there is nobody to answer.
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (BadHttpRequestException refused)
        {
            await Answer(context, Problems.OfStatus(refused.StatusCode)).ConfigureAwait(false);
        }
        catch (StoreUnavailableException unavailable)
        {
            StoreFailed(unavailable, context.TraceIdentifier);
            await Answer(context, Problems.Unavailable).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The last one to see it: what is not known must be logged and answered too.
        catch (Exception fault)
        {
            Failed(fault, context.TraceIdentifier);
            await Answer(context, Problems.Fault).ConfigureAwait(false);
        }
#pragma warning restore CA1031
    }

    private static Task Answer(HttpContext context, Problem problem)
    {
        if (context.Response.HasStarted)
        {
            // Half an answer is out: cut it off, so that nobody takes it for a whole one.
            context.Abort();
            return Task.CompletedTask;
        }

        return new ProblemResult(problem).ExecuteAsync(context);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The database failed in request {Request}")]
    private partial void StoreFailed(Exception fault, string request);

    [LoggerMessage(Level = LogLevel.Critical, Message = "A fault ended request {Request}")]
    private partial void Failed(Exception fault, string request);
}
