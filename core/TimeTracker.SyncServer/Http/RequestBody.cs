using TimeTracker.Domain;

namespace TimeTracker.SyncServer.Http;

/// <summary>Reads a request's body, which never has more than <see cref="WireLimits.RequestBytesMax"/> bytes.</summary>
internal static class RequestBody
{
    /// <summary>Reads a message, and answers with the problem where it is none.</summary>
    internal static async Task<IResult> Read<T>(
        HttpContext context, Func<ReadOnlyMemory<byte>, Received<T>> read, Func<T, IResult> handle)
    {
        if (!context.Request.HasJsonContentType())
        {
            return new ProblemResult(Problems.NotJson);
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        return read(body.GetBuffer().AsMemory(0, (int)body.Length)) switch
        {
            Received<T>.Valid(var message) => handle(message),
            Received<T>.TooLarge(var reason) => new ProblemResult(Problems.TooLarge(reason)),
            Received<T>.Invalid(var reason) => new ProblemResult(Problems.Malformed(reason)),
            _ => throw new InvalidOperationException("a message is received in one of three ways"),
        };
    }
}
