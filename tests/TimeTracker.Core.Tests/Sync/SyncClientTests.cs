using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using TimeTracker.Core.Sync;
using TimeTracker.Domain;

namespace TimeTracker.Core.Tests.Sync;

/// <summary>What a client makes of whatever answers.</summary>
public sealed class SyncClientTests : IDisposable
{
    private static readonly PushRequest Request = new(
        new(Guid.CreateVersion7()), FeedCursor.Start,
        [new(Tracker.NewCommandId().Operation(1), 1, null, 0, false, new Payload([1]))]);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2027, 3, 9, 8, 0, 0, TimeSpan.Zero));
    private readonly Script _script = new();
    private readonly SyncClient _client;

    public SyncClientTests() => _client = new(new Uri("https://time.example"), "secret", _time, _script);

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData(HttpStatusCode.OK, "text/html", "<html>Please log in</html>")]
    [InlineData(HttpStatusCode.OK, "application/json", "{}")]
    [InlineData(HttpStatusCode.OK, "application/json", "")]
    [InlineData(HttpStatusCode.OK, "application/json", "{\"verdicts\":[{\"op_id\":\"x\"}]}")]
    [InlineData(HttpStatusCode.InternalServerError, "text/plain", "oh")]
    [InlineData(HttpStatusCode.Found, "text/html", "")]
    [InlineData(HttpStatusCode.PermanentRedirect, "text/html", "")]
    [InlineData(HttpStatusCode.Conflict, "text/html", "<html>a portal's own conflict</html>")]
    [InlineData(HttpStatusCode.Gone, "text/html", "<html>a portal's own page</html>")]
    [InlineData(HttpStatusCode.Unauthorized, "text/html", "<html>a proxy's own page</html>")]
    [Trait("Invariant", "INV-08")]
    public async Task WhatIsNotTheServersAnswer_AcknowledgesNothing_AndForksNothing(HttpStatusCode status, string type, string body)
    {
        _script.Answer(status, type, body);
        Assert.IsType<ServerAnswer.Failed>(await _client.Push(Request, CancellationToken.None));
        Assert.Equal("time.example", Assert.Single(_script.Hosts));
    }

    [Theory]
    [InlineData(HttpStatusCode.Conflict, typeof(ServerAnswer.OutOfOrder))]
    [InlineData(HttpStatusCode.Gone, typeof(ServerAnswer.OtherFeed))]
    [InlineData(HttpStatusCode.Unauthorized, typeof(ServerAnswer.ShutOut))]
    [InlineData(HttpStatusCode.Forbidden, typeof(ServerAnswer.ShutOut))]
    [InlineData(HttpStatusCode.RequestEntityTooLarge, typeof(ServerAnswer.TooLarge))]
    [InlineData(HttpStatusCode.ServiceUnavailable, typeof(ServerAnswer.Failed))]
    public async Task AProblemOfTheServers_IsToldByItsStatus(HttpStatusCode status, Type answer)
    {
        _script.Answer(status, Problem.ContentType, Encoding.UTF8.GetString(
            new Problem("urn:x", "It", (int)status, "happened", "nothing", "wait").ToWire()));
        Assert.IsType(answer, await _client.Push(Request, CancellationToken.None));
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("0", 0)]
    [InlineData("-5", null)]
    [InlineData("soon", null)]
    [InlineData("Tue, 09 Mar 2027 08:00:30 GMT", 30)]
    [InlineData("Tue, 09 Mar 2027 07:00:00 GMT", 0)]
    [Trait("Invariant", "INV-13")]
    public async Task RetryAfter_IsReadAsSecondsOrAsADate(string header, int? seconds)
    {
        _script.Answer(HttpStatusCode.ServiceUnavailable, "text/plain", string.Empty, ("Retry-After", header));
        var failed = Assert.IsType<ServerAnswer.Failed>(await _client.Push(Request, CancellationToken.None));
        Assert.Equal(seconds is { } some ? TimeSpan.FromSeconds(some) : null, failed.RetryAfter);
    }

    [Fact]
    public async Task AServerThatKeepsFailing_IsLeftAlone_AndAskedAgainLater()
    {
        _script.Answer(HttpStatusCode.InternalServerError, "text/plain", string.Empty);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await _client.Push(Request, CancellationToken.None);
        }

        var asked = _script.Hosts.Count;
        var left = Assert.IsType<ServerAnswer.Failed>(await _client.Push(Request, CancellationToken.None));
        Assert.True(SyncClient.IsCircuitOpen(left.Reason));
        Assert.Equal(asked, _script.Hosts.Count);
        _time.Advance(TimeSpan.FromSeconds(61));
        await _client.Push(Request, CancellationToken.None);
        Assert.Equal(asked + 1, _script.Hosts.Count);
    }

    [Fact]
    public async Task AnAnswerOfGigabytes_IsNotRead()
    {
        _script.Answer(HttpStatusCode.OK, "application/json", new string(' ', 9 * 1024 * 1024));
        Assert.IsType<ServerAnswer.Failed>(await _client.Changes(FeedCursor.Start, CancellationToken.None));
    }

    [Fact]
    public async Task AServerThatDoesNotAnswer_IsGivenUp()
    {
        _script.Hang();
        var answer = _client.Push(Request, CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(61));
        Assert.Contains("no answer", Assert.IsType<ServerAnswer.Failed>(await answer).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://time.example", false)]
    [InlineData("http://127.0.0.1:8080", true)]
    [InlineData("http://localhost", true)]
    [InlineData("https://time.example/tt", true)]
    [InlineData("ftp://time.example", false)]
    [Trait("Invariant", "INV-30")]
    public void ATokenGoesOnlyWhereNobodyCanReadIt(string address, bool isTaken) =>
        Assert.Equal(isTaken, ServerAddress.Fault(new Uri(address)) is null);

    private sealed class Script : HttpMessageHandler
    {
        private Func<HttpResponseMessage>? _answer;

        internal List<string> Hosts { get; } = [];

        internal void Answer(HttpStatusCode status, string type, string body, params (string Name, string Value)[] headers) =>
            _answer = () =>
            {
                var response = new HttpResponseMessage(status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
                response.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
                response.Headers.Location = new Uri("https://elsewhere.example/");
                foreach (var (name, value) in headers)
                {
                    response.Headers.TryAddWithoutValidation(name, value);
                }

                return response;
            };

        internal void Hang() => _answer = null;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Hosts.Add(request.RequestUri!.Host);
            if (_answer is null)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            }

            return _answer!();
        }
    }
}
