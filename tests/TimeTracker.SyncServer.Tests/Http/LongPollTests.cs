using TimeTracker.Domain;
using TimeTracker.SyncServer.Tests.Rig;

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
        RunningServer.Read(await _server.Push(_token, new Writer(1).PushNext(1)), PushResponse.FromWire);
        Assert.Single((await waiting.WaitAsync(TimeSpan.FromSeconds(20))).Rows);
    }

    [Fact]
    public async Task APushThroughAnotherServer_IsSeenASecondLater()
    {
        using var other = _server.Bench.OpenAgain();
        var waiting = Poll("/v1/changes?after=0");
        new SyncLog(other, _server.Bench.Clock).Push(_server.Bench.Anna, new Writer(1).PushNext(1));
        await Advance(waiting, TimeSpan.FromSeconds(1));
        Assert.Single((await waiting).Rows);
    }

    [Fact]
    public async Task NothingNew_IsAnEmptyPageAfterTheWait()
    {
        var began = _server.Bench.Clock.GetUtcNow();
        var waiting = Poll("/v1/changes?after=0&wait=30");
        await Advance(waiting, TimeSpan.FromMilliseconds(500));
        var page = await waiting;
        Assert.Empty(page.Rows);
        Assert.Equal(FeedCursor.Start, page.Head);
        Assert.InRange(_server.Bench.Clock.GetUtcNow() - began, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task AServerThatStops_AnswersWhoeverWaits()
    {
        var waiting = Poll("/v1/changes?after=0");
        await Task.Delay(TimeSpan.FromMilliseconds(300));
        var stopping = _server.App.StopAsync();
        Assert.Empty((await waiting.WaitAsync(TimeSpan.FromSeconds(20))).Rows);
        await stopping;
    }

    private async Task<ChangesResponse> Poll(string path) =>
        RunningServer.Read(await _server.Get(_token, path), ChangesResponse.FromWire);

    // The request is on its way while the clock moves, so that it takes some steps more than the wait has.
    private async Task Advance(Task waiting, TimeSpan step)
    {
        for (var count = 0; count < 500 && !waiting.IsCompleted; count++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10));
            _server.Bench.Clock.Advance(step);
        }

        Assert.True(waiting.IsCompleted);
    }
}
