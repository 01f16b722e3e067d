using System.Net;
using TimeTracker.Domain;
using TimeTracker.SyncServer.Tests.Rig;
using TimeTracker.TestKit;

namespace TimeTracker.SyncServer.Tests.Http;

public sealed class LongPollTests : IAsyncLifetime
{
    private RunningServer _server = null!;
    private string _token = null!;

    public async Task InitializeAsync()
    {
        _server = await RunningServer.Start();
        _token = (await _server.Enrol()).Token;
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    // The clock stands still: only the push can have woken the one who waits.
    [Fact]
    public async Task APush_WakesWhoeverWaits()
    {
        var waiting = Poll("/v1/changes?after=0");
        await _server.Time.Begun();
        RunningServer.Read(await _server.Push(_token, new Writer(1).PushNext(1)), PushResponse.FromWire);
        Assert.Single((await waiting.WaitAsync(Hang.Max)).Rows);
    }

    [Fact]
    public async Task APushThroughAnotherServer_IsSeenASecondLater()
    {
        using var other = _server.Bench.OpenAgain();
        var waiting = Poll("/v1/changes?after=0");
        Assert.Equal(TimeSpan.FromSeconds(1), await _server.Time.Begun());
        new SyncLog(other, _server.Bench.Clock).Push(_server.Bench.Anna, new Writer(1).PushNext(1));
        _server.Bench.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Single((await waiting.WaitAsync(Hang.Max)).Rows);
    }

    [Fact]
    public async Task NothingNew_IsAnEmptyPageAfterTheWait()
    {
        var waiting = Poll("/v1/changes?after=0&wait=30");
        for (var second = 1; second <= 30; second++)
        {
            Assert.Equal(TimeSpan.FromSeconds(1), await _server.Time.Begun());
            Assert.False(waiting.IsCompleted);
            _server.Bench.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var page = await waiting.WaitAsync(Hang.Max);
        Assert.Empty(page.Rows);
        Assert.Equal(FeedCursor.Start, page.Head);
    }

    [Fact]
    public async Task ADeviceThatIsShutOutWhileItWaits_GetsNothingMore()
    {
        var phone = await _server.Enrol(name: "phone");
        var waiting = _server.Get(phone.Token, "/v1/changes?after=0");
        await _server.Time.Begun();
        Assert.Equal(
            HttpStatusCode.NoContent,
            (await _server.Send(new HttpRequestMessage(HttpMethod.Delete, $"/v1/devices/{phone.Enrolment}"), _token)).Status);
        RunningServer.Read(await _server.Push(_token, new Writer(1).PushNext(1)), PushResponse.FromWire);
        RunningServer.ReadProblem(HttpStatusCode.Unauthorized, await waiting.WaitAsync(Hang.Max));
    }

    [Fact]
    public async Task AServerThatStops_AnswersWhoeverWaits()
    {
        var waiting = Poll("/v1/changes?after=0");
        await _server.Time.Begun();
        var stopping = _server.App.StopAsync();
        Assert.Empty((await waiting.WaitAsync(Hang.Max)).Rows);
        await stopping;
    }

    private async Task<ChangesResponse> Poll(string path) =>
        RunningServer.Read(await _server.Get(_token, path), ChangesResponse.FromWire);
}
