using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace TimeTracker.Core.Tests.Sync;

/// <summary>Answers every request as it was told, and keeps what was asked.</summary>
internal sealed class ScriptedHttp : HttpMessageHandler
{
    private Func<HttpResponseMessage>? _answer;

    internal List<string> Hosts => [.. Asked.Select(request => request.Address.Host)];

    internal List<Request> Asked { get; } = [];

    internal bool IsDisposed { get; private set; }

    internal void Answer(HttpStatusCode status, string? type, string body, params (string Name, string Value)[] headers) =>
        Answer(status, type, Encoding.UTF8.GetBytes(body), headers);

    internal void Answer(HttpStatusCode status, string? type, byte[] body, params (string Name, string Value)[] headers) =>
        _answer = () =>
        {
            var response = new HttpResponseMessage(status) { Content = new ByteArrayContent(body) };
            response.Content.Headers.ContentType = type is null ? null : new MediaTypeHeaderValue(type);
            foreach (var (name, value) in headers)
            {
                response.Headers.TryAddWithoutValidation(name, value);
            }

            return response;
        };

    internal void Fail(Exception fault) => _answer = () => throw fault;

    internal void Hang() => _answer = null;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked.Add(new(
            request.Method.Method, request.RequestUri!, request.Headers.Authorization?.ToString(),
            request.Headers.TryGetValues("Idempotency-Key", out var keys) ? Assert.Single(keys) : null,
            request.Content?.Headers.ContentType?.ToString(),
            request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken)));
        if (_answer is null)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }

        return _answer!();
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }

    internal sealed record Request(
        string Method, Uri Address, string? Authorization, string? Key, string? ContentType, byte[]? Body);
}
