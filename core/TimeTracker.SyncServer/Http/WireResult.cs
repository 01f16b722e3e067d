namespace TimeTracker.SyncServer.Http;

/// <summary>A message of the protocol as the answer.</summary>
internal sealed class WireResult(byte[] message) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json";
        httpContext.Response.Headers.CacheControl = "no-store";
        httpContext.Response.ContentLength = message.Length;
        return httpContext.Response.Body.WriteAsync(message, httpContext.RequestAborted).AsTask();
    }
}
