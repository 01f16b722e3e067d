using TimeTracker.Core;
using TimeTracker.Domain;
using TimeTracker.SyncServer.Tests.Rig;
using TimeTracker.TestKit;

namespace TimeTracker.SyncServer.Tests.Clients;

/// <summary>Real trackers and the real server, over HTTP.</summary>
public sealed class TrackerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Invariant", "INV-30")]
    public async Task ADeviceThatConnects_SendsWhatItHas_AndAnotherPullsIt()
    {
        await using var server = await RunningServer.Start();
        using var laptop = Open("laptop");
        using var phone = Open("phone");
        Start(laptop, "Plan");
        await Connect(server, laptop);
        await Connect(server, phone);

        Assert.Equal(1, (await laptop.Sync.Now(null, CancellationToken.None)).Pushed);
        Assert.Equal(1, (await phone.Sync.Now(null, CancellationToken.None)).Pulled);
        Assert.Equal("Plan", phone.CurrentEntry()!.Entry.Description.Value);
        Assert.Equal(0, laptop.Sync.Status().Pending);
        Assert.NotNull(laptop.Sync.Status().Connection!.LastSuccess);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder["laptop/sync-token"]));
        }
    }

    [Fact]
    public async Task ADeviceThatIsShutOut_IsToldSo_AndKeepsItsTime()
    {
        await using var server = await RunningServer.Start();
        using var laptop = Open("laptop");
        using var phone = Open("phone");
        await Connect(server, laptop);
        var lost = await Connect(server, phone);
        Assert.Equal(2, (await laptop.Sync.Devices(CancellationToken.None)).Count);
        await laptop.Sync.Revoke(lost.Enrolment, CancellationToken.None);

        Start(phone, "Call");
        var refused = await Assert.ThrowsAsync<SyncException>(() => phone.Sync.Now(null, CancellationToken.None));
        Assert.Equal(SyncFault.ShutOut, refused.Fault);
        Assert.True(phone.Sync.Status().Connection!.IsShutOut);
        Assert.Equal(1, phone.Sync.Status().Pending);

        await Connect(server, phone);
        Assert.Equal(1, (await phone.Sync.Now(null, CancellationToken.None)).Pushed);
    }

    [Fact]
    public async Task ADeviceThatTheServerDoesNotHave_CannotBeShutOut()
    {
        await using var server = await RunningServer.Start();
        using var laptop = Open("laptop");
        await Connect(server, laptop);
        var unknown = await Assert.ThrowsAsync<SyncException>(() => laptop.Sync.Revoke(Guid.NewGuid(), CancellationToken.None));
        Assert.Equal(SyncFault.Unknown, unknown.Fault);
    }

    [Fact]
    public async Task TheHistory_TellsWhichDeviceMadeWhatWasPulled()
    {
        await using var server = await RunningServer.Start();
        using var laptop = Open("laptop");
        using var phone = Open("phone");
        await Connect(server, laptop);
        await Connect(server, phone);
        Start(laptop, "Plan");
        await laptop.Sync.Now(null, CancellationToken.None);
        await phone.Sync.Now(null, CancellationToken.None);
        Start(phone, "Call", switches: true);

        var here = Assert.Single(History(laptop));
        Assert.True(here.IsThisDevice);
        var items = History(phone);
        Assert.Equal((here.Device, false), (items[0].Device, items[0].IsThisDevice));
        Assert.All(items.Skip(1), item => Assert.True(item.IsThisDevice));
    }

    [Fact]
    public async Task WhatWaitsAndWhatFailed_IsToldWithTheTimer()
    {
        using var laptop = Open("laptop");
        Start(laptop, "Plan");
        Assert.Null(laptop.Timer().Sync);
        var server = await RunningServer.Start();
        await using (server)
        {
            await Connect(server, laptop);
            Assert.Equal((1L, 0L, 0L), Numbers());
            await laptop.Sync.Now(null, CancellationToken.None);
            Assert.Equal((0L, 0L, 0L), Numbers());
        }

        await Assert.ThrowsAsync<SyncException>(() => laptop.Sync.Now(null, CancellationToken.None));
        Assert.NotNull(laptop.Timer().Sync!.Connection.Problem);

        (long, long, long) Numbers() => laptop.Timer().Sync is var (_, pending, parked, conflicts)
            ? (pending, parked, conflicts)
            : throw new InvalidOperationException("not connected");
    }

    [Fact]
    public async Task AnotherServer_GetsEverythingAgain_WithReset()
    {
        await using var first = await RunningServer.Start();
        await using var second = await RunningServer.Start();
        using var laptop = Open("laptop");
        using var phone = Open("phone");
        Start(laptop, "Plan");
        await Connect(first, laptop);
        await Connect(first, phone);
        await laptop.Sync.Now(null, CancellationToken.None);
        await phone.Sync.Now(null, CancellationToken.None);
        Start(phone, "Call", switches: true);
        await phone.Sync.Now(null, CancellationToken.None);
        await laptop.Sync.Now(null, CancellationToken.None);

        var already = await Assert.ThrowsAsync<SyncException>(() => Connect(second, laptop));
        Assert.Equal(SyncFault.AlreadyConnected, already.Fault);
        await Connect(second, laptop, reset: true);
        Assert.Equal(3, (await laptop.Sync.Now(null, CancellationToken.None)).Pushed);
        using var third = Open("third");
        await Connect(second, third);
        await third.Sync.Now(null, CancellationToken.None);
        Assert.Equal("Call", third.CurrentEntry()!.Entry.Description.Value);
    }

    [Fact]
    public async Task ACodeThatIsWrong_AnAddressWithoutServer_AndAnAddressThatIsNotSafe_ChangeNothing()
    {
        await using var server = await RunningServer.Start();
        using var laptop = Open("laptop");
        var wrong = await Assert.ThrowsAsync<SyncException>(() => laptop.Sync.Connect(
            server.Client.BaseAddress!, "AAAA-BBBB", "laptop", false, CancellationToken.None));
        Assert.Equal(SyncFault.ShutOut, wrong.Fault);
        var nobody = await Assert.ThrowsAsync<SyncException>(() => laptop.Sync.Connect(
            new Uri("http://127.0.0.1:9"), "AAAA-BBBB", "laptop", false, CancellationToken.None));
        Assert.Equal(SyncFault.Unreachable, nobody.Fault);
        var unsafely = await Assert.ThrowsAsync<SyncException>(() => laptop.Sync.Connect(
            new Uri("http://time.example"), "AAAA-BBBB", "laptop", false, CancellationToken.None));
        Assert.Equal(SyncFault.AddressRefused, unsafely.Fault);
        Assert.Null(laptop.Sync.Status().Connection);
    }

    [Fact]
    [Trait("Invariant", "INV-15")]
    [Trait("Scenario", "6.1")]
    public async Task AProgramThatStaysOpen_SendsACommandAtOnce()
    {
        await using var server = await RunningServer.Start();
        using var laptop = Open("laptop", staysOpen: true);
        await Connect(server, laptop);
        Start(laptop, "Plan");
        var until = DateTime.UtcNow.AddSeconds(60);
        while (laptop.Sync.Status().Pending > 0 && DateTime.UtcNow < until)
        {
            await Task.Delay(20); // A real worker in a real process: no fake clock reaches it.
        }

        Assert.Equal(0, laptop.Sync.Status().Pending);
    }

    private static Task<SyncConnection> Connect(RunningServer server, Tracker tracker, bool reset = false)
    {
        var code = server.Bench.Accounts.MakeCode("anna")!.Text;
        return tracker.Sync.Connect(server.Client.BaseAddress!, code, "a device", reset, CancellationToken.None);
    }

    private static IReadOnlyList<HistoryItem> History(Tracker tracker) =>
        tracker.Reports.History(null, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, 10);

    private static void Start(Tracker tracker, string description, bool switches = false)
    {
        var details = new Details { Description = description };
        Assert.IsType<CommandResult.Done>(tracker.Execute(switches
            ? new Command.Switch(details, When.Now.Value)
            : new Command.Start(details, When.Now.Value)));
    }

    private Tracker Open(string name, bool staysOpen = false) =>
        Tracker.Open(new TrackerOptions { Folder = _folder[name], KeepsWatch = staysOpen });
}
