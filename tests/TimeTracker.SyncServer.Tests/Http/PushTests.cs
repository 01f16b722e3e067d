using System.Net;
using System.Net.Http.Headers;
using System.Text;
using TimeTracker.Domain;
using TimeTracker.SyncServer.Tests.Rig;

namespace TimeTracker.SyncServer.Tests.Http;

public sealed class PushTests : IAsyncLifetime
{
    private readonly Writer _laptop = new(1);
    private RunningServer _server = null!;
    private string _token = null!;

    public async Task InitializeAsync()
    {
        _server = await RunningServer.Start();
        _token = (await _server.Enrol()).Token;
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task APush_ComesBackInTheFeed()
    {
        var push = _laptop.PushNext(3);
        Assert.True(RunningServer.Read(await _server.Push(_token, push), PushResponse.FromWire).Answers(push));
        var page = RunningServer.Read(await _server.Get(_token, "/v1/changes?after=0&wait=0"), ChangesResponse.FromWire);
        Assert.True(page.Follows(FeedCursor.Start));
        Assert.Equal(push.Operations.Select(one => one.Payload), page.Rows.Select(row => row.Payload));
    }

    [Fact]
    public async Task TheLargestPush_IsTaken()
    {
        var payload = new Payload(new byte[1350]);
        var push = _laptop.Push([.. Enumerable.Range(0, WireLimits.PushOperationsMax).Select(_ => _laptop.Next(payload: payload))]);
        Assert.InRange(push.ToWire().Length, WireLimits.RequestBytesMax * 9 / 10, WireLimits.RequestBytesMax);
        RunningServer.Read(await _server.Push(_token, push), PushResponse.FromWire);
        Assert.Equal(WireLimits.PushOperationsMax, _server.Bench.Everything().Count);
    }

    [Fact]
    [Trait("Invariant", "INV-11")]
    public async Task AGap_IsAConflict_AndAnotherChainIsGone()
    {
        _ = _laptop.Next();
        var gap = RunningServer.ReadProblem(HttpStatusCode.Conflict, await _server.Push(_token, _laptop.PushNext(1)));
        Assert.Contains("is 0", gap.Detail, StringComparison.Ordinal);
        var other = new Writer(2) { Cursor = new(1, default) };
        RunningServer.ReadProblem(HttpStatusCode.Gone, await _server.Push(_token, other.PushNext(1)));
        RunningServer.ReadProblem(HttpStatusCode.Gone, await _server.Get(_token, "/v1/changes?after=7&wait=0"));
        Assert.Empty(_server.Bench.Everything());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("tts_wrong")]
    [InlineData("x y z")]
    public async Task AWrongToken_IsNotLetIn(string? token)
    {
        RunningServer.ReadProblem(HttpStatusCode.Unauthorized, await _server.Push(token, _laptop.PushNext(1)));
        RunningServer.ReadProblem(HttpStatusCode.Unauthorized, await _server.Get(token, "/v1/changes"));
        RunningServer.ReadProblem(HttpStatusCode.Unauthorized, await _server.Get(token, "/v1/devices"));
        Assert.Empty(_server.Bench.Everything());
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("\0\x01garbage", HttpStatusCode.BadRequest)]
    [InlineData("{\"device_id\":1}", HttpStatusCode.BadRequest)]
    [InlineData("{\"device_id\":\"\\ud800\"}", HttpStatusCode.BadRequest)]
    [InlineData("{\"\\udfff\":1}", HttpStatusCode.BadRequest)]
    [InlineData("{\"feed\":\"\\ud800\",\"\\ud800\":{\"\\ud800\":\"\\ud800\"}}", HttpStatusCode.BadRequest)]
    public async Task Garbage_IsRefused(string body, HttpStatusCode status)
    {
        var request = RunningServer.Post(SyncProtocol.PushPath, Encoding.UTF8.GetBytes(body));
        RunningServer.ReadProblem(status, await _server.Send(request, _token));
        Assert.Empty(_server.Bench.Everything());
    }

    [Fact]
    public async Task TenThousandOperations_AreTooMany()
    {
        var operation = """{"op_id":"018f0000-0000-7000-8000-000000000101","seq":1,"seen":0,"relayed":false,"payload":""},""";
        var start = """{"device_id":"018f0000-0000-7000-8000-00000000d001","cursor":{"feed_no":0,"chain":"0000000000000000000000000000000000000000000000000000000000000000"},"ops":[""";
        foreach (var count in new[] { 501, 10_000 })
        {
            var body = start + string.Concat(Enumerable.Repeat(operation, count)).TrimEnd(',') + "]}";
            var request = RunningServer.Post(SyncProtocol.PushPath, Encoding.UTF8.GetBytes(body));
            RunningServer.ReadProblem(HttpStatusCode.RequestEntityTooLarge, await _server.Send(request, _token));
        }

        Assert.Empty(_server.Bench.Everything());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AHundredMegabytes_AreRefusedUnread(bool saysItsLength)
    {
        const long bytes = 100_000_000;
        using var body = new Zeros(bytes);
        using var request = new HttpRequestMessage(HttpMethod.Post, SyncProtocol.PushPath)
        {
            Content = new StreamContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        request.Headers.ExpectContinue = saysItsLength;
        request.Headers.TransferEncodingChunked = !saysItsLength;
        if (saysItsLength)
        {
            request.Content.Headers.ContentLength = bytes;
            RunningServer.ReadProblem(HttpStatusCode.RequestEntityTooLarge, await _server.Send(request, _token));
        }
        else
        {
            // The server answers and closes while the body is on its way; who does not listen sees only the close.
            try
            {
                RunningServer.ReadProblem(HttpStatusCode.RequestEntityTooLarge, await _server.Send(request, _token));
            }
            catch (HttpRequestException)
            {
                Assert.InRange(body.BytesRead, 0, bytes / 2);
            }
        }

        Assert.Empty(_server.Bench.Everything());
    }

    [Fact]
    public async Task AnotherContentType_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, SyncProtocol.PushPath) { Content = new StringContent("a=b") };
        RunningServer.ReadProblem(HttpStatusCode.UnsupportedMediaType, await _server.Send(request, _token));
    }

    [Fact]
    public async Task AnotherAddressOrMethod_IsAProblemToo()
    {
        RunningServer.ReadProblem(HttpStatusCode.NotFound, await _server.Get(_token, "/v2/push"));
        RunningServer.ReadProblem(HttpStatusCode.MethodNotAllowed, await _server.Get(_token, SyncProtocol.PushPath));
    }

    [Theory]
    [InlineData("after=-1")]
    [InlineData("after=x")]
    [InlineData("after=99999999999999999999")]
    [InlineData("after=1&chain=zz")]
    [InlineData("limit=0")]
    [InlineData("limit=501")]
    [InlineData("wait=31")]
    public async Task ABadQuery_IsRefused(string query) =>
        RunningServer.ReadProblem(HttpStatusCode.BadRequest, await _server.Get(_token, "/v1/changes?" + query));

    [Fact]
    public async Task AServerWhoseClockIsAYearAhead_GoesOn()
    {
        _server.Bench.Clock.Advance(TimeSpan.FromDays(365));
        RunningServer.Read(await _server.Push(_token, _laptop.PushNext(1)), PushResponse.FromWire);
        _server.Bench.Clock.Advance(TimeSpan.FromDays(100 * 365));
        RunningServer.Read(await _server.Push(_token, _laptop.PushNext(1)), PushResponse.FromWire);
        Assert.Equal(Instant.Max, _server.Bench.Everything()[1].Received);
    }

    [Fact]
    public async Task ADatabaseThatIsGone_IsUnavailable_AndSaysWhenToComeAgain()
    {
        File.Move(_server.Bench.Database, _server.Bench.Database + ".away");
        var answer = await _server.Push(_token, _laptop.PushNext(1));
        RunningServer.ReadProblem(HttpStatusCode.ServiceUnavailable, answer);
        Assert.Equal("5", answer.RetryAfter);
    }

    [Fact]
    [Trait("Invariant", "INV-30")]
    public async Task TheLog_HoldsIds_NoNotesNoTokensNoCodes()
    {
        var code = _server.Bench.Accounts.MakeCode("anna")!.Text;
        var enrolled = RunningServer.Read(await _server.TryEnrol(code, "\"key-of-the-request\""), EnrolResponse.FromWire);
        await _server.Push(enrolled.Token, _laptop.Push(_laptop.Next(payload: Writer.Text("a private note"))));
        await _server.Push(enrolled.Token, _laptop.Push(_laptop.Next(Writer.Id(1, 1), Writer.Text("a private note too"))));
        await _server.Send(RunningServer.Post(SyncProtocol.PushPath, Encoding.UTF8.GetBytes("{\"private note\"")), enrolled.Token);
        await _server.Get(enrolled.Token, "/v1/devices");
        var log = _server.Lines.Everything();
        Assert.Contains(enrolled.Enrolment.ToString(), log, StringComparison.Ordinal);
        foreach (var secret in new[] { "private", "key-of", enrolled.Token, code, Convert.ToBase64String("a private note"u8) })
        {
            Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
        }
    }

    private sealed class Zeros(long length) : Stream
    {
        public long BytesRead { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - BytesRead);
            BytesRead += read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
