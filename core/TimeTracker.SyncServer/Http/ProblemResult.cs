using System.Globalization;
using TimeTracker.Domain;

namespace TimeTracker.SyncServer.Http;

/// <summary>A problem as the answer.</summary>
internal sealed class ProblemResult(Problem problem) : IResult
{
    private const int RetrySeconds = 5;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = problem.Status;
        response.ContentType = Problem.ContentType;
        response.Headers.CacheControl = "no-store";
        if (problem.Status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }

        if (problem.Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable
            && response.Headers.RetryAfter.Count == 0)
        {
            response.Headers.RetryAfter = RetrySeconds.ToString(CultureInfo.InvariantCulture);
        }

        var message = problem.ToWire();
        response.ContentLength = message.Length;
        return response.Body.WriteAsync(message, httpContext.RequestAborted).AsTask();
    }
}
