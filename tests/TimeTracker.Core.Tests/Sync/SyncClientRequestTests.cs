using System.Net;
using Microsoft.Extensions.Time.Testing;
using TimeTracker.Core.Sync;
using TimeTracker.Domain;

namespace TimeTracker.Core.Tests.Sync;

/// <summary>What a client asks, and where.</summary>
public sealed class SyncClientRequestTests : IDisposable
{
    private const string Bearer = "Bearer secret";

    private readonly FakeTimeProvider _time = new();
    private readonly ScriptedHttp _script = new();
    private readonly SyncClient _client;

    public SyncClientRequestTests()
    {
        _script.Answer(HttpStatusCode.NoContent, null, string.Empty);
        _client = new(new Uri("https://time.example/tt"), "secret", _time, _script);
    }

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task APush_IsNamedByItsDeviceAndItsNumbers()
    {
        var (device, first) = (new DeviceId(Guid.CreateVersion7()), Tracker.NewCommandId());
        var push = new PushRequest(device, FeedCursor.Start,
        [
            new(first.Operation(2), 3, first.Operation(1), 0, false, new Payload([1])),
            new(first.Operation(3), 4, first.Operation(2), 0, false, new Payload([2])),
            new(first.Operation(4), 5, first.Operation(3), 0, false, new Payload([3])),
        ]);
        await _client.Push(push, CancellationToken.None);
        var asked = Assert.Single(_script.Asked);
        Assert.Equal(("POST", "https://time.example/tt/v1/push"), (asked.Method, asked.Address.ToString()));
        Assert.Equal((Bearer, $"\"{device}-3-5\"", "application/json"), (asked.Authorization, asked.Key, asked.ContentType));
        Assert.Equal(push.ToWire(), asked.Body);
    }

    [Fact]
    public async Task Changes_AreAskedForFromTheCursor_AWholePage_WithoutWaiting()
    {
        var chain = new ChainHash([.. Enumerable.Range(200, 32).Select(number => (byte)number)]);
        await _client.Changes(new(17, chain), CancellationToken.None);
        var asked = Assert.Single(_script.Asked);
        Assert.Equal(
            ("GET", $"https://time.example/tt/v1/changes?after=17&chain={chain}&limit=500&wait=0"),
            (asked.Method, asked.Address.ToString()));
        Assert.Equal((Bearer, null, null, null), (asked.Authorization, asked.Key, asked.ContentType, asked.Body));
    }

    [Fact]
    public async Task WhoeverAsksToBeLetIn_SaysUnderWhichKey()
    {
        var (request, key) = (new EnrolRequest("AAAA-BBBB", "laptop"), Guid.CreateVersion7());
        await _client.Enrol(request, key, CancellationToken.None);
        var asked = Assert.Single(_script.Asked);
        Assert.Equal(("POST", "https://time.example/tt/v1/devices"), (asked.Method, asked.Address.ToString()));
        Assert.Equal(($"\"{key}\"", "application/json"), (asked.Key, asked.ContentType));
        Assert.Equal(request.ToWire(), asked.Body);
    }

    [Fact]
    public async Task TheListOfDevices_IsOnlyRead()
    {
        await _client.Devices(CancellationToken.None);
        var asked = Assert.Single(_script.Asked);
        Assert.Equal(("GET", "https://time.example/tt/v1/devices"), (asked.Method, asked.Address.ToString()));
        Assert.Equal((Bearer, null, null), (asked.Authorization, asked.Key, asked.Body));
    }

    [Fact]
    public async Task ADevice_IsShutOutByItsName()
    {
        var lost = Guid.CreateVersion7();
        Assert.IsType<ServerAnswer.Revoked>(await _client.Revoke(lost, CancellationToken.None));
        var asked = Assert.Single(_script.Asked);
        Assert.Equal(("DELETE", $"https://time.example/tt/v1/devices/{lost}"), (asked.Method, asked.Address.ToString()));
        Assert.Equal((Bearer, null, null), (asked.Authorization, asked.Key, asked.Body));
    }

    [Fact]
    public async Task WithoutAToken_NoneIsSent()
    {
        using var client = new SyncClient(new Uri("https://time.example"), null, _time, _script);
        await client.Devices(CancellationToken.None);
        Assert.Null(Assert.Single(_script.Asked).Authorization);
    }

    [Fact]
    [Trait("Invariant", "INV-30")]
    public async Task ARedirect_IsNotFollowed()
    {
        using var server = new ServerOnLoopback();
        server.Instead = _ => new(HttpStatusCode.TemporaryRedirect, null, [], new Uri(server.Address, "elsewhere"));
        using var client = new SyncClient(server.Address, "secret", TimeProvider.System);
        var failed = Assert.IsType<ServerAnswer.Failed>(await client.Devices(CancellationToken.None));
        Assert.Equal("it points to 127.0.0.1, where the token must not go", failed.Reason);
        Assert.Single(server.Requests);
    }

    [Fact]
    public void AClientThatIsDisposed_ClosesItsConnections()
    {
        _client.Dispose();
        Assert.True(_script.IsDisposed);
    }
}
