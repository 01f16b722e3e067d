using System.Net;
using System.Threading.Channels;
using TimeTracker.Core.Sync;
using TimeTracker.Domain;
using TimeTracker.TestKit;

namespace TimeTracker.Core.Tests.Sync;

/// <summary>A server over HTTP on a free port of loopback: the real one's log, unless a test has it answer something else.</summary>
internal sealed class ServerOnLoopback : IDisposable
{
    internal const string Token = "let-me-in";

    private const string Json = "application/json";

    private readonly Channel<Request> _heard = Channel.CreateUnbounded<Request>();
    private readonly List<Request> _requests = [];
    private readonly HttpListener _listener = new();
    private readonly Task _serving;

    internal ServerOnLoopback()
    {
        _listener.Prefixes.Add($"{Address}");
        _listener.Start();
        _serving = Task.Run(Serve);
    }

    /// <summary>The log behind it.</summary>
    internal ServerInProcess Log { get; } = new();

    internal Uri Address { get; } = new($"http://127.0.0.1:{FreePort.Find()}/");

    /// <summary>What it says whom it let in as.</summary>
    internal Guid Enrolment { get; } = Guid.CreateVersion7();

    /// <summary>The devices that it lists.</summary>
    internal IReadOnlyList<EnrolledDevice> Devices { get; set; } = [];

    /// <summary>What it answers instead; null for what the real one would.</summary>
    internal Func<Request, Reply?> Instead { get; set; } = _ => null;

    internal IReadOnlyList<Request> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>The next request to a path.</summary>
    internal async Task<Request> Hear(string path)
    {
        using var timeout = new CancellationTokenSource(Hang.Max);
        while (true)
        {
            if (await _heard.Reader.ReadAsync(timeout.Token) is { } request && request.Path == path)
            {
                return request;
            }
        }
    }

    /// <summary>A whole problem, as the server tells it.</summary>
    internal static Reply Problem(HttpStatusCode status) => new(
        status, Domain.Problem.ContentType, new Problem("urn:x", "It", (int)status, "It happened.", "Nothing.", "Wait.").ToWire());

    internal static Reply Text(HttpStatusCode status) => new(status, "text/plain", "oh"u8.ToArray());

    public void Dispose()
    {
        _listener.Close();
        _serving.GetAwaiter().GetResult();
        Log.Dispose();
    }

    private async Task Serve()
    {
        while (true)
        {
            try
            {
                await Serve(await _listener.GetContextAsync());
            }
            catch (Exception) when (!_listener.IsListening)
            {
                return;
            }
            catch (HttpListenerException)
            {
                // Whoever asked has gone.
            }
        }
    }

    private async Task Serve(HttpListenerContext context)
    {
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        var request = new Request(
            context.Request.HttpMethod, context.Request.Url!.AbsolutePath, context.Request.Url.Query,
            context.Request.Headers["Authorization"], context.Request.Headers[SyncProtocol.IdempotencyKeyHeader], body.ToArray());
        lock (_requests)
        {
            _requests.Add(request);
        }

        _heard.Writer.TryWrite(request);
        var reply = Instead(request) ?? await Answer(request);
        context.Response.StatusCode = (int)reply.Status;
        context.Response.ContentType = reply.ContentType;
        if (reply.Location is { } location)
        {
            context.Response.Headers["Location"] = location.ToString();
        }

        context.Response.Close(reply.Body, willBlock: true);
    }

    private async Task<Reply> Answer(Request request) => (request.Method, request.Path) switch
    {
        ("POST", SyncProtocol.DevicesPath) => new(HttpStatusCode.OK, Json, new EnrolResponse(Enrolment, "anna", Token).ToWire()),
        ("GET", SyncProtocol.DevicesPath) => new(HttpStatusCode.OK, Json, new DevicesResponse(Devices).ToWire()),
        ("DELETE", _) => new(HttpStatusCode.NoContent, null, []),
        ("POST", SyncProtocol.PushPath) => Told(await Log.Push(
            Assert.IsType<Received<PushRequest>.Valid>(PushRequest.FromWire(request.Body)).Value, CancellationToken.None)),
        ("GET", SyncProtocol.ChangesPath) => Told(await Log.Changes(request.Cursor(), CancellationToken.None)),
        _ => Text(HttpStatusCode.NotFound),
    };

    private static Reply Told(ServerAnswer answer) => answer switch
    {
        ServerAnswer.Verdicts(var response) => new(HttpStatusCode.OK, Json, response.ToWire()),
        ServerAnswer.Page(var page) => new(HttpStatusCode.OK, Json, page.ToWire()),
        ServerAnswer.OutOfOrder => Problem(HttpStatusCode.Conflict),
        ServerAnswer.OtherFeed => Problem(HttpStatusCode.Gone),
        _ => Text(HttpStatusCode.ServiceUnavailable),
    };

    internal sealed record Request(string Method, string Path, string Query, string? Authorization, string? Key, byte[] Body)
    {
        internal FeedCursor Cursor()
        {
            var query = Query.TrimStart('?').Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
            Assert.True(ChainHash.TryParse(query["chain"], out var chain));
            return new(long.Parse(query["after"], System.Globalization.CultureInfo.InvariantCulture), chain);
        }
    }

    internal sealed record Reply(HttpStatusCode Status, string? ContentType, byte[] Body, Uri? Location = null);
}
