using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
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
    private readonly ScriptedHttp _script = new();
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
        Tell(status);
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
    [InlineData(HttpStatusCode.OK, "text/html", "something answered that is not the server: text/html instead of JSON")]
    [InlineData(HttpStatusCode.OK, null, "something answered that is not the server: nothing instead of JSON")]
    [InlineData(HttpStatusCode.MultipleChoices, "text/html", "it points to elsewhere, where the token must not go")]
    [InlineData(HttpStatusCode.Found, "application/json", "it points to elsewhere, where the token must not go")]
    [InlineData((HttpStatusCode)399, null, "it points to elsewhere, where the token must not go")]
    [InlineData(HttpStatusCode.BadRequest, "text/html", "status 400")]
    [InlineData(HttpStatusCode.NotFound, "text/html", "status 404")]
    [InlineData(HttpStatusCode.Created, "application/json", "status 201")]
    [InlineData((HttpStatusCode)299, "application/json", "status 299")]
    [InlineData(HttpStatusCode.Forbidden, "application/json", "status 403")]
    [InlineData(HttpStatusCode.Conflict, Problem.ContentType, "status 409")]
    public async Task WhatIsNoAnswer_SaysWhatCameInstead(HttpStatusCode status, string? type, string reason)
    {
        _script.Answer(status, type, "{}");
        Assert.Equal(new ServerAnswer.Failed(reason), await _client.Push(Request, CancellationToken.None));
    }

    [Fact]
    public async Task ARedirect_NamesWhereItPoints()
    {
        _script.Answer(HttpStatusCode.Found, null, string.Empty, ("Location", "https://portal.example/login?from=x"));
        Assert.Equal(
            new ServerAnswer.Failed("it points to portal.example, where the token must not go"),
            await _client.Push(Request, CancellationToken.None));
    }

    [Fact]
    public async Task WhoIsNotLetIn_IsToldWhatHappenedAndWhatToDo()
    {
        Tell(HttpStatusCode.Unauthorized);
        Assert.Equal(new ServerAnswer.ShutOut("happened wait"), await _client.Push(Request, CancellationToken.None));
    }

    [Fact]
    public async Task WhatTheServerDoesNotHave_IsUnknown()
    {
        Tell(HttpStatusCode.NotFound);
        Assert.IsType<ServerAnswer.Unknown>(await _client.Revoke(Guid.NewGuid(), CancellationToken.None));
    }

    [Fact]
    public async Task AProblemThatMayPass_IsAFailure_WithItsWordsAndWhenToComeAgain()
    {
        Tell(HttpStatusCode.TooManyRequests, ("Retry-After", "7"));
        Assert.Equal(
            new ServerAnswer.Failed("It: happened", TimeSpan.FromSeconds(7)), await _client.Push(Request, CancellationToken.None));
    }

    [Fact]
    public async Task TooLarge_IsBelievedOfAnybody()
    {
        _script.Answer(HttpStatusCode.RequestEntityTooLarge, "text/html", string.Empty);
        Assert.IsType<ServerAnswer.TooLarge>(await _client.Push(Request, CancellationToken.None));
    }

    [Fact]
    public async Task WhatTheServerSays_IsRead()
    {
        Say(new PushResponse([new(Request.Operations[0].Id, new Verdict.Accepted(9))]).ToWire());
        var verdicts = Assert.IsType<ServerAnswer.Verdicts>(await _client.Push(Request, CancellationToken.None));
        Assert.Equal(new OperationVerdict(Request.Operations[0].Id, new Verdict.Accepted(9)), Assert.Single(verdicts.Response.Verdicts));

        var head = new FeedCursor(3, new ChainHash([.. Enumerable.Range(1, 32).Select(number => (byte)number)]));
        Say(new ChangesResponse([], head, false).ToWire());
        Assert.Equal(head, Assert.IsType<ServerAnswer.Page>(await _client.Changes(head, CancellationToken.None)).Response.Head);

        var enrolled = new EnrolResponse(Guid.CreateVersion7(), "anna", "token");
        Say(enrolled.ToWire());
        Assert.Equal(
            new ServerAnswer.Enrolled(enrolled), await _client.Enrol(new("CODE", "laptop"), Guid.NewGuid(), CancellationToken.None));

        var device = new EnrolledDevice(enrolled.Enrolment, "laptop", Instant.Nearest(_time.GetUtcNow()), null, true);
        Say(new DevicesResponse([device]).ToWire());
        Assert.Equal(
            [device], Assert.IsType<ServerAnswer.Devices>(await _client.Devices(CancellationToken.None)).Response.Devices);
    }

    [Fact]
    public async Task AnAnswerWithMoreThanOneMayHold_IsTooLarge()
    {
        Say(new PushResponse([.. Enumerable.Repeat(
            new OperationVerdict(Request.Operations[0].Id, new Verdict.Accepted(9)), WireLimits.PushOperationsMax + 1)]).ToWire());
        var failed = Assert.IsType<ServerAnswer.Failed>(await _client.Push(Request, CancellationToken.None));
        Assert.StartsWith("the answer is too large: ", failed.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8 * 1024 * 1024, true)]
    [InlineData((8 * 1024 * 1024) + 1, false)]
    public async Task AnAnswer_IsReadUpTo8MiB(int bytes, bool isRead)
    {
        Say([.. Enumerable.Repeat((byte)' ', bytes)]);
        var failed = Assert.IsType<ServerAnswer.Failed>(await _client.Push(Request, CancellationToken.None));
        Assert.Equal(isRead, failed.Reason.StartsWith("the answer cannot be read: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ANetworkThatFails_IsAFailure_ButABugIsNone()
    {
        _script.Fail(new HttpRequestException("connection refused"));
        Assert.Equal(new ServerAnswer.Failed("connection refused"), await _client.Push(Request, CancellationToken.None));
        _script.Fail(new IOException("reset by peer"));
        Assert.Equal(new ServerAnswer.Failed("reset by peer"), await _client.Push(Request, CancellationToken.None));
        _script.Fail(new InvalidOperationException("a bug"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _client.Push(Request, CancellationToken.None));
    }

    public static TheoryData<Exception> Cuts => new(
        new SocketException((int)SocketError.ConnectionReset),
        new AuthenticationException("the handshake was cut"),
        new TaskCanceledException("connecting took too long", new TimeoutException()),
        new InvalidOperationException("around", new AggregateException(new SocketException((int)SocketError.Shutdown))));

    [Theory]
    [MemberData(nameof(Cuts), DisableDiscoveryEnumeration = true)]
    public async Task AConnectionThatIsCut_HoweverItIsTold_IsAFailureLikeAnyOther(Exception cut)
    {
        _script.Fail(cut);
        Assert.Equal(new ServerAnswer.Failed(cut.Message), await _client.Push(Request, CancellationToken.None));
        Assert.Equal(new ServerAnswer.Failed(cut.Message), await _client.Changes(FeedCursor.Start, CancellationToken.None));
    }

    [Theory]
    [InlineData(HttpStatusCode.InsufficientStorage, true)]
    [InlineData(HttpStatusCode.ServiceUnavailable, true)]
    [InlineData(HttpStatusCode.TooManyRequests, false)]
    public async Task WhatTheServerItselfRefuses_IsToldFromBeingSentAway(HttpStatusCode status, bool isRefusal)
    {
        Tell(status);
        var failed = Assert.IsType<ServerAnswer.Failed>(await _client.Push(Request, CancellationToken.None));
        Assert.Equal(isRefusal, failed.IsRefusal);
    }

    [Fact]
    public async Task WhatSomethingOnTheWayRefuses_IsNoRefusalOfTheServers()
    {
        _script.Answer(HttpStatusCode.ServiceUnavailable, "text/html", "<html>a proxy</html>");
        Assert.False(Assert.IsType<ServerAnswer.Failed>(await _client.Push(Request, CancellationToken.None)).IsRefusal);
    }

    [Fact]
    public async Task ARequestThatIsCancelled_EndsAsCancelled()
    {
        _script.Hang();
        using var cancellation = new CancellationTokenSource();
        var answer = _client.Push(Request, cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
    }

    [Fact]
    public async Task AServer_HasAMinuteToAnswer()
    {
        _script.Hang();
        var answer = _client.Push(Request, CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(60) - TimeSpan.FromTicks(1));
        Assert.False(answer.IsCompleted);
        _time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(new ServerAnswer.Failed("no answer within 60 s"), await answer);
    }

    [Fact]
    public async Task AServerThatIsLeftAlone_IsSo_ForAMinute_AndTheFailureSaysSo()
    {
        await Fail(times: 5);
        var left = new ServerAnswer.Failed(
            "the server failed several times in a row and is left alone for a minute", TimeSpan.FromSeconds(60));
        Assert.Equal(left, await _client.Push(Request, CancellationToken.None));
        _time.Advance(TimeSpan.FromSeconds(60) - TimeSpan.FromTicks(1));
        Assert.Equal(left, await _client.Push(Request, CancellationToken.None));
        Assert.Equal(5, _script.Asked.Count);
        _time.Advance(TimeSpan.FromTicks(1));
        await _client.Push(Request, CancellationToken.None);
        Assert.Equal(6, _script.Asked.Count);
        Assert.False(SyncClient.IsCircuitOpen("status 500"));
    }

    [Fact]
    public async Task AServerThatAnsweredOnceMeanwhile_IsNotLeftAlone()
    {
        await Fail(times: 4);
        Tell(HttpStatusCode.Unauthorized);
        await _client.Push(Request, CancellationToken.None);
        await Fail(times: 5);
        Assert.Equal(10, _script.Asked.Count);
    }

    [Fact]
    public async Task FailuresThatLieFarApart_LeaveNoServerAlone()
    {
        await Fail(times: 4);
        _time.Advance(TimeSpan.FromMinutes(10));
        await Fail(times: 2);
        Assert.Equal(6, _script.Asked.Count);
    }

    [Fact]
    public async Task FailuresWithinTenMinutes_LeaveAServerAlone()
    {
        await Fail(times: 4);
        _time.Advance(TimeSpan.FromMinutes(8));
        await Fail(times: 2);
        Assert.Equal(5, _script.Asked.Count);
    }

    [Fact]
    public async Task AServerThatNeverAnswers_IsLeftAlone()
    {
        _script.Hang();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var answer = _client.Push(Request, CancellationToken.None);
            _time.Advance(TimeSpan.FromSeconds(60));
            await answer;
        }

        Assert.True(SyncClient.IsCircuitOpen(Assert.IsType<ServerAnswer.Failed>(await _client.Push(Request, CancellationToken.None)).Reason));
    }

    [Fact]
    public async Task AServerThatRefuses_IsNotLeftAlone()
    {
        Tell(HttpStatusCode.Unauthorized);
        for (var attempt = 0; attempt < 6; attempt++)
        {
            Assert.IsType<ServerAnswer.ShutOut>(await _client.Push(Request, CancellationToken.None));
        }
    }

    private async Task Fail(int times)
    {
        _script.Answer(HttpStatusCode.InternalServerError, "text/plain", string.Empty);
        for (var attempt = 0; attempt < times; attempt++)
        {
            await _client.Push(Request, CancellationToken.None);
        }
    }

    private void Say(byte[] body) => _script.Answer(HttpStatusCode.OK, "application/json", body);

    private void Tell(HttpStatusCode status, params (string Name, string Value)[] headers) => _script.Answer(
        status, Problem.ContentType, new Problem("urn:x", "It", (int)status, "happened", "nothing", "wait").ToWire(), headers);
}
