using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Serilog;
using Serilog.Core;
using TimeTracker.Domain;
using TimeTracker.TestKit;

namespace TimeTracker.SyncServer.Tests.Rig;

/// <summary>The server on a free port of loopback, over a bench's store, with its log kept.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Logger _log;
    private readonly Bench? _own;

    private RunningServer(Bench bench, Bench? own, string[] settings)
    {
        _own = own;
        Bench = bench;
        Time = new(bench.Clock);
        _log = new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(Lines).CreateLogger();
        _app = Server.Build(["--urls", "http://127.0.0.1:0", .. settings], bench.Store, Time, bench.Draw, _log);
    }

    internal Bench Bench { get; }

    /// <summary>The bench's clock, as this server waits on it.</summary>
    internal WatchedTime Time { get; }

    internal HttpClient Client { get; private set; } = null!;

    internal WebApplication App => _app;

    internal KeptLog Lines { get; } = new();

    /// <summary>A server with a bench of its own, which it takes along.</summary>
    internal static Task<RunningServer> Start(params string[] settings)
    {
        var bench = new Bench();
        return Start(bench, bench, settings);
    }

    internal static Task<RunningServer> Start(Bench bench, params string[] settings) => Start(bench, null, settings);

    private static async Task<RunningServer> Start(Bench bench, Bench? own, string[] settings)
    {
        var server = new RunningServer(bench, own, settings);
        await server._app.StartAsync();
        server.Client = new HttpClient { BaseAddress = new Uri(server._app.Urls.Single()) };
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _log.DisposeAsync();
        _own?.Dispose();
    }

    /// <summary>Lets a new device of a user in.</summary>
    internal async Task<EnrolResponse> Enrol(string user = "anna", string name = "laptop")
    {
        var code = Bench.Accounts.MakeCode(user)!.Text;
        return Read(await TryEnrol(code, $"\"{Guid.NewGuid()}\"", name), EnrolResponse.FromWire);
    }

    internal Task<Answer> TryEnrol(string code, string? key, string name = "laptop")
    {
        var request = Post(SyncProtocol.DevicesPath, new EnrolRequest(code, name).ToWire());
        if (key is not null)
        {
            request.Headers.Add(SyncProtocol.IdempotencyKeyHeader, key);
        }

        return Send(request, null);
    }

    internal Task<Answer> Push(string? token, PushRequest push) => Send(Post(SyncProtocol.PushPath, push.ToWire()), token);

    internal Task<Answer> Get(string? token, string path) => Send(new HttpRequestMessage(HttpMethod.Get, path), token);

    internal async Task<Answer> Send(HttpRequestMessage request, string? token)
    {
        using (request)
        {
            if (token is not null)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            }

            using var response = await Client.SendAsync(request);
            return new(
                response.StatusCode,
                response.Content.Headers.ContentType?.MediaType,
                response.Headers.RetryAfter?.ToString(),
                await response.Content.ReadAsByteArrayAsync());
        }
    }

    internal static HttpRequestMessage Post(string path, byte[] body) => new(HttpMethod.Post, path)
    {
        Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
    };

    internal static T Read<T>(Answer answer, Func<ReadOnlyMemory<byte>, Received<T>> read)
    {
        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.Status, answer.ContentType));
        return Assert.IsType<Received<T>.Valid>(read(answer.Body)).Value;
    }

    /// <summary>The answer is a whole problem of this status.</summary>
    internal static Problem ReadProblem(HttpStatusCode status, Answer answer)
    {
        Assert.Equal((status, Problem.ContentType), (answer.Status, answer.ContentType));
        var problem = Assert.IsType<Received<Problem>.Valid>(Problem.FromWire(answer.Body)).Value;
        Assert.Equal((int)status, problem.Status);
        return problem;
    }

    internal sealed record Answer(HttpStatusCode Status, string? ContentType, string? RetryAfter, byte[] Body);
}
