using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using TimeTracker.Domain;

namespace TimeTracker.Core.Sync;

/// <summary>
/// The server over HTTP. Every request has a time limit; a server that keeps failing is left alone for a while. It
/// follows no redirect, so that the token goes nowhere else, and takes nothing for an answer that is none.
/// </summary>
internal sealed class SyncClient : ISyncServer, IDisposable
{
    private const int ResponseBytesMax = 8 * 1024 * 1024;
    private const int CircuitFailures = 5;
    private const string CircuitIsOpen = "the server failed several times in a row and is left alone for a minute";

    private static readonly TimeSpan RequestTimeMax = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ConnectTimeMax = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CircuitOpenFor = TimeSpan.FromSeconds(60);

    private readonly HttpClient _http;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline<ServerAnswer> _pipeline;

    internal SyncClient(Uri server, string? token, TimeProvider time, HttpMessageHandler? handler = null)
    {
        _time = time;
#pragma warning disable CA2000 // The client disposes of it.
        _http = new HttpClient(handler ?? new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = ConnectTimeMax })
#pragma warning restore CA2000
        {
            BaseAddress = ServerAddress.Base(server),
            Timeout = Timeout.InfiniteTimeSpan, // The pipeline's limit holds for the body, too.
            MaxResponseContentBufferSize = ResponseBytesMax,
        };
        if (token is not null)
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        _pipeline = new ResiliencePipelineBuilder<ServerAnswer> { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<ServerAnswer>
            {
                // Both within one sampling: five failures, and nothing but failures.
                FailureRatio = 1,
                MinimumThroughput = CircuitFailures,
                SamplingDuration = TimeSpan.FromMinutes(10),
                BreakDuration = CircuitOpenFor,
                ShouldHandle = static arguments => ValueTask.FromResult(
                    arguments.Outcome is { Result: ServerAnswer.Failed } or { Exception: TimeoutRejectedException }),
            })
            .AddTimeout(new TimeoutStrategyOptions { Timeout = RequestTimeMax })
            .Build();
    }

    /// <summary>Whether the reason of a failure is that no request was made.</summary>
    internal static bool IsCircuitOpen(string reason) => reason == CircuitIsOpen;

    public Task<ServerAnswer> Push(PushRequest request, CancellationToken cancellation)
    {
        var body = request.ToWire();

        // The request's name is the content's: the same push again is the same request.
        var key = $"\"{request.Device}-{request.Operations[0].Seq}-{request.Operations[^1].Seq}\"";
        return Send(HttpMethod.Post, SyncProtocol.PushPath, body, key, Pushed, cancellation);
    }

    public Task<ServerAnswer> Changes(FeedCursor after, CancellationToken cancellation) => Send(
        HttpMethod.Get,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{SyncProtocol.ChangesPath}?after={after.FeedNo}&chain={after.Chain}&limit={WireLimits.PageRowsMax}&wait=0"),
        null, null, static body => Read(ChangesResponse.FromWire(body), page => new ServerAnswer.Page(page)), cancellation);

    /// <summary>Asks to be let in.</summary>
    internal Task<ServerAnswer> Enrol(EnrolRequest request, Guid key, CancellationToken cancellation) => Send(
        HttpMethod.Post, SyncProtocol.DevicesPath, request.ToWire(), $"\"{key}\"",
        static body => Read(EnrolResponse.FromWire(body), response => new ServerAnswer.Enrolled(response)), cancellation);

    /// <summary>The user's devices.</summary>
    internal Task<ServerAnswer> Devices(CancellationToken cancellation) => Send(
        HttpMethod.Get, SyncProtocol.DevicesPath, null, null,
        static body => Read(DevicesResponse.FromWire(body), response => new ServerAnswer.Devices(response)), cancellation);

    /// <summary>Shuts a device out.</summary>
    internal Task<ServerAnswer> Revoke(Guid enrolment, CancellationToken cancellation) => Send(
        HttpMethod.Delete, $"{SyncProtocol.DevicesPath}/{enrolment}", null, null,
        static _ => new ServerAnswer.Revoked(), cancellation);

    public void Dispose() => _http.Dispose();

    private static ServerAnswer Pushed(ReadOnlyMemory<byte> body) =>
        Read(PushResponse.FromWire(body), response => new ServerAnswer.Verdicts(response));

    private static ServerAnswer Read<T>(Received<T> received, Func<T, ServerAnswer> answer) => received switch
    {
        Received<T>.Valid(var value) => answer(value),
        Received<T>.Invalid(var reason) => new ServerAnswer.Failed($"the answer cannot be read: {reason}"),
        Received<T>.TooLarge(var reason) => new ServerAnswer.Failed($"the answer is too large: {reason}"),
        _ => throw new InvalidOperationException($"{received.GetType()} is nothing that is received"),
    };

    private async Task<ServerAnswer> Send(
        HttpMethod method, string path, byte[]? body, string? key, Func<ReadOnlyMemory<byte>, ServerAnswer> read,
        CancellationToken cancellation)
    {
        try
        {
            return await _pipeline.ExecuteAsync(
                async token => await SendOnce(method, path, body, key, read, token).ConfigureAwait(false),
                cancellation).ConfigureAwait(false);
        }
        catch (BrokenCircuitException)
        {
            return new ServerAnswer.Failed(CircuitIsOpen, CircuitOpenFor);
        }
        catch (TimeoutRejectedException)
        {
            return new ServerAnswer.Failed($"no answer within {RequestTimeMax.TotalSeconds:0} s");
        }
    }

    private async Task<ServerAnswer> SendOnce(
        HttpMethod method, string path, byte[]? body, string? key, Func<ReadOnlyMemory<byte>, ServerAnswer> read,
        CancellationToken cancellation)
    {
        try
        {
            using var request = new HttpRequestMessage(method, path.TrimStart('/'));
            if (body is not null)
            {
                request.Content = new ByteArrayContent(body);
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            }

            if (key is not null)
            {
                request.Headers.TryAddWithoutValidation(SyncProtocol.IdempotencyKeyHeader, key);
            }

            using var response = await _http.SendAsync(request, cancellation).ConfigureAwait(false);
            var bytes = await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
            return Answer(response, bytes, read);
        }
        catch (Exception failed) when (IsCut(failed, cancellation))
        {
            return new ServerAnswer.Failed(failed.Message);
        }
    }

    /// <summary>Whether the connection failed. What happens just after it was made comes as the socket threw it, and a
    /// connection that takes too long comes as a cancellation that nobody asked for.</summary>
    private static bool IsCut(Exception failed, CancellationToken cancellation) => failed switch
    {
        HttpRequestException or IOException or SocketException or AuthenticationException => true,
        OperationCanceledException => !cancellation.IsCancellationRequested,
        _ => failed.InnerException is { } inner && IsCut(inner, cancellation),
    };

    private ServerAnswer Answer(HttpResponseMessage response, byte[] body, Func<ReadOnlyMemory<byte>, ServerAnswer> read)
    {
        var type = response.Content.Headers.ContentType?.MediaType;
        switch (response.StatusCode)
        {
            case HttpStatusCode.NoContent:
                return read(body);
            case HttpStatusCode.OK when type == "application/json":
                return read(body);
            case HttpStatusCode.OK:
                return new ServerAnswer.Failed($"something answered that is not the server: {type ?? "nothing"} instead of JSON");
            case >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest:
                return new ServerAnswer.Failed(
                    $"it points to {response.Headers.Location?.Host ?? "elsewhere"}, where the token must not go");
        }

        // Only the server itself says these with a problem: a portal on the way must not fork a store.
        var problem = type == Problem.ContentType && Problem.FromWire(body) is Received<Problem>.Valid(var told) ? told : null;
        return (response.StatusCode, problem) switch
        {
            (HttpStatusCode.NotFound, not null) => new ServerAnswer.Unknown(),
            (HttpStatusCode.Conflict, not null) => new ServerAnswer.OutOfOrder(),
            (HttpStatusCode.Gone, not null) => new ServerAnswer.OtherFeed(),
            (HttpStatusCode.RequestEntityTooLarge, _) => new ServerAnswer.TooLarge(),
            (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden, not null) =>
                new ServerAnswer.ShutOut($"{problem.Detail} {problem.Remedy}"),
            _ => new ServerAnswer.Failed(
                problem is null ? $"status {(int)response.StatusCode}" : $"{problem.Title}: {problem.Detail}",
                RetryAfter.Read(response.Headers.RetryAfter, _time.GetUtcNow()))
            {
                IsRefusal = problem is not null && response.StatusCode != HttpStatusCode.TooManyRequests,
            },
        };
    }
}
