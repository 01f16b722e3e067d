using System.Net;
using TimeTracker.Core.Storage;
using TimeTracker.Core.Sync;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Tests.Sync;

/// <summary>What a person asks of the server, and what a program that stays open asks by itself.</summary>
public sealed class TrackerSyncTests : IDisposable
{
    private readonly ServerOnLoopback _server = new();
    private readonly Bench _bench = new();

    public void Dispose()
    {
        _bench.Dispose();
        _server.Dispose();
    }

    private TrackerSync Sync => _bench.Tracker.Sync;

    private string TokenPath => Path.Combine(_bench.Folder, "sync-token");

    [Fact]
    public async Task WithoutAServer_WhatTakesOne_IsRefused()
    {
        foreach (var act in new Func<Task>[]
        {
            () => Sync.Now(null, CancellationToken.None),
            () => Sync.Devices(CancellationToken.None),
            () => Sync.Revoke(Guid.NewGuid(), CancellationToken.None),
            () => Task.Run(Sync.Disconnect),
        })
        {
            await Refused(
                SyncFault.NotConnected, "This store is connected to no server; nothing was changed.",
                "Connect it first: Connect-TtServer.", act);
        }
    }

    [Fact]
    public void WithoutAServer_WhatIsBooked_IsLocalAndPending()
    {
        _bench.Do(Bench.Start("Plan"));
        var status = Sync.Status();
        Assert.Null(status.Connection);
        Assert.Equal((1L, 0, 0L, 0L), (status.Pending, status.Parked.Count, status.NotUnderstood, status.Conflicts));
        Assert.Null(_bench.Tracker.Timer().Sync);
    }

    [Fact]
    public async Task Connect_TellsTheServerCodeAndName_UnderAKeyOfItsOwn_WithoutAToken()
    {
        await Connect(name: "my laptop");
        var request = Assert.Single(_server.Requests);
        Assert.Equal(("POST", SyncProtocol.DevicesPath, null), (request.Method, request.Path, request.Authorization));
        Assert.Equal(new EnrolRequest("AAAA-BBBB", "my laptop").ToWire(), request.Body);
        Assert.Matches("^\"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}\"$", request.Key);
    }

    [Fact]
    public async Task Connect_GivesBackWhereTheStoreIsConnected_AndKeepsIt()
    {
        var connection = await Connect();
        Assert.Equal(new SyncConnection(_server.Address, "anna", _server.Enrolment), connection);
        Assert.Equal(connection, Sync.Status().Connection);
        Assert.Equal(ServerOnLoopback.Token, await File.ReadAllTextAsync(TokenPath));
    }

    [Fact]
    public async Task Connect_KeepsThePathOfAnAddress_ForWhatIsAskedLater()
    {
        _server.Instead = request => request.Path == "/tt/v1/devices" && request.Method == "POST"
            ? new(HttpStatusCode.OK, "application/json", new EnrolResponse(_server.Enrolment, "anna", "x").ToWire())
            : null;
        var connection = await Sync.Connect(
            new Uri(_server.Address, "tt?x=1"), "AAAA-BBBB", "laptop", false, CancellationToken.None);
        Assert.Equal(new Uri(_server.Address, "tt/"), connection.Server);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" laptop")]
    public async Task Connect_WithATextThatIsNoName_CallsItADevice(string name)
    {
        await Connect(name: name);
        Assert.Equal(new EnrolRequest("AAAA-BBBB", "device").ToWire(), Assert.Single(_server.Requests).Body);
    }

    [Fact]
    public async Task Connect_ToAnAddressThatIsNotSafe_IsRefused_AndAsksNobody()
    {
        await Refused(
            SyncFault.AddressRefused,
            "http://time.example/ is refused: plain http would show what you book, and the token, to everybody on the way; "
            + "nothing was changed.",
            "Give the server's https address.",
            () => Sync.Connect(new Uri("http://time.example"), "AAAA-BBBB", "laptop", false, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentNullException>(
            () => Sync.Connect(null!, "AAAA-BBBB", "laptop", false, CancellationToken.None));
    }

    [Fact]
    public async Task Connect_WhereTheStoreIsConnected_IsRefused_AndAsksNobody()
    {
        await Connect();
        await Refused(
            SyncFault.AlreadyConnected, $"This store is connected to {_server.Address} as anna; nothing was changed.",
            "Disconnect-TtServer leaves that server; give -Reset to send everything to another one.",
            () => Connect());
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task Connect_WithACodeThatIsNotLetIn_SaysWhy_AndChangesNothing()
    {
        _server.Instead = _ => ServerOnLoopback.Problem(HttpStatusCode.Unauthorized);
        await Refused(
            SyncFault.ShutOut, $"{_server.Address} does not let this device in: It happened. Wait.",
            "Connect again with a new code.", () => Connect());
        Assert.Null(Sync.Status().Connection);
        Assert.False(File.Exists(TokenPath));
    }

    [Fact]
    public async Task AServerThatFails_IsUnreachable()
    {
        _server.Instead = _ => ServerOnLoopback.Text(HttpStatusCode.InternalServerError);
        await Refused(
            SyncFault.Unreachable, $"{_server.Address} could not be asked: status 500.",
            "Nothing is lost: what waits is sent once the server answers. Look at the address and the network.",
            () => Connect());
        Assert.Null(Sync.Status().Connection);
    }

    [Fact]
    public async Task AnAnswerThatFitsNoSuchRequest_IsNoServers()
    {
        _server.Instead = _ => ServerOnLoopback.Text(HttpStatusCode.RequestEntityTooLarge);
        await Refused(
            SyncFault.Unreachable, $"{_server.Address} gave an answer that fits no such request.",
            "Is it a TimeTracker server?", () => Connect());
    }

    [Theory]
    [InlineData("sync-token")]
    [InlineData("sync-token.new")]
    public async Task ATokenThatCannotBeKept_ConnectsNothing(string inTheWay)
    {
        Directory.CreateDirectory(Path.Combine(_bench.Folder, inTheWay, "full"));
        var refused = await Assert.ThrowsAsync<SyncException>(() => Connect());
        Assert.Equal(SyncFault.TokenNotKept, refused.Fault);
        Assert.StartsWith(
            "The server let this device in, but its token could not be kept: ", refused.Message, StringComparison.Ordinal);
        Assert.Equal("Make the data folder writable, ask for another code, and connect again.", refused.Hint);
        Assert.Null(Sync.Status().Connection);
    }

    [Fact]
    public async Task Now_SendsWhatWaits_AndTellsHowFarItIs()
    {
        await Connect();
        _bench.Do(Bench.Start("Plan"));
        _bench.Do(Bench.Stop());
        var told = new List<SyncProgress>();
        var done = await Sync.Now(told.Add, CancellationToken.None);
        Assert.Equal(new SyncProgress(2, 2), done);
        Assert.Equal([new(2, 0), new(2, 2)], told);
        Assert.All(_server.Requests.Skip(1), request => Assert.Equal($"Bearer {ServerOnLoopback.Token}", request.Authorization));
        Assert.Equal(0L, Sync.Status().Pending);
    }

    [Fact]
    public async Task TheTimer_TellsHowTheStoreStandsWithItsServer()
    {
        _bench.Do(Bench.Start("Plan"));
        _bench.Do(Bench.Stop());
        Refuse();
        _bench.Do(Bench.Start("Call"));
        var connection = await Connect();
        Assert.Equal(new SyncSummary(connection, 1, 2, 0), _bench.Tracker.Timer().Sync);
    }

    [Fact]
    public async Task Now_RecordsWhenAllWasSentAndPulled()
    {
        await Connect();
        _bench.Timers.Advance(TimeSpan.FromHours(5));
        await Sync.Now(null, CancellationToken.None);
        Assert.Equal(_bench.Timers.GetUtcNow(), Sync.Status().Connection!.LastSuccess);
    }

    [Fact]
    public async Task Now_WhereTheServerFails_SaysSo_AndCountsNoAttemptOfTheWorkers()
    {
        await Connect();
        _bench.Do(Bench.Start("Plan"));
        _server.Instead = _ => ServerOnLoopback.Text(HttpStatusCode.BadGateway);
        await Refused(
            SyncFault.Unreachable, $"{_server.Address} could not be asked: status 502.",
            "Nothing is lost: what waits is sent once the server answers. Look at the address and the network.",
            () => Sync.Now(null, CancellationToken.None));
        Assert.Equal(
            new SyncConnection(_server.Address, "anna", _server.Enrolment) { Problem = "status 502" }, Sync.Status().Connection);
        Assert.Equal(1L, Sync.Status().Pending);

        _server.Instead = _ => null;
        await Sync.Now(null, CancellationToken.None);
        Assert.Null(Sync.Status().Connection!.Problem);
    }

    [Fact]
    public async Task Now_WhereTheServerShutsTheDeviceOut_SaysSo_AndKeepsWhatWaits()
    {
        await Connect();
        _bench.Do(Bench.Start("Plan"));
        _server.Instead = _ => ServerOnLoopback.Problem(HttpStatusCode.Forbidden);
        await Refused(
            SyncFault.ShutOut, $"{_server.Address} does not let this device in: It happened. Wait.",
            "Connect again with a new code.", () => Sync.Now(null, CancellationToken.None));
        Assert.Equal(
            new SyncConnection(_server.Address, "anna", _server.Enrolment) { IsShutOut = true, Problem = "It happened. Wait." },
            Sync.Status().Connection);
        Assert.Equal(1L, Sync.Status().Pending);
    }

    [Fact]
    public async Task ADeviceThatWasShutOut_ComesBackWithANewCode_AsTheSameDevice()
    {
        await ADeviceIsShutOut();
        var back = await Connect();
        Assert.Equal(new SyncConnection(_server.Address, "anna", _server.Enrolment), back);
        Assert.Equal((0, 0), Numbers(await Sync.Now(null, CancellationToken.None)));
        Assert.Equal(1L, Ask<long>("SELECT count(*) FROM device"));
    }

    [Fact]
    public async Task WithReset_AnotherServerGetsEverythingAgain_FromANewDeviceThatHasSeenNothing()
    {
        await Connect();
        _bench.Do(Bench.Start("Plan"));
        await Sync.Now(null, CancellationToken.None);
        _bench.Do(Bench.Stop());
        using var another = new ServerOnLoopback();
        var there = await Sync.Connect(another.Address, "AAAA-BBBB", "laptop", true, CancellationToken.None);

        Assert.Equal(another.Address, there.Server);
        Assert.Equal((2L, 0L, 0L), (
            Ask<long>("SELECT count(*) FROM device"), Ask<long>("SELECT max(seen) FROM outbox"), Ask<long>("SELECT count(*) FROM feed")));
        Assert.Equal(2L, Sync.Status().Pending);
        Assert.Equal(_bench.Clock.Reading.UtcMicroseconds, Ask<long>("SELECT since_utc FROM device WHERE is_current = 1"));
        Assert.Equal((2, 2), Numbers(await Sync.Now(null, CancellationToken.None)));
    }

    [Fact]
    public async Task WithoutReset_NothingIsSentAgain()
    {
        await Connect();
        _bench.Do(Bench.Start("Plan"));
        await Sync.Now(null, CancellationToken.None);
        Sync.Disconnect();
        await Connect();
        Assert.Equal((0L, 1L), (Sync.Status().Pending, Ask<long>("SELECT count(*) FROM device")));
    }

    [Fact]
    public async Task WithReset_WhatTheOldFeedDecided_IsDecidedByTheLedgersOrder()
    {
        await Connect();
        var plan = _bench.Do(Bench.Start("Plan")).Changed[0].Entry.Id;
        _bench.Do(Bench.Stop());
        await Sync.Now(null, CancellationToken.None);
        using var phone = new Replica();
        Assert.IsType<PassOutcome.Done>(phone.Sync(_server.Log));
        _bench.Do(new Command.Edit(plan, new Details { Description = "The laptop's" }));
        phone.Bench.Do(new Command.Edit(plan, new Details { Description = "The phone's" }));
        Assert.IsType<PassOutcome.Done>(phone.Sync(_server.Log));
        await Sync.Now(null, CancellationToken.None);
        Assert.Equal("The laptop's", Assert.Single(_bench.All()).Entry.Description.Value);

        await Connect(reset: true);
        Assert.Equal("The phone's", Assert.Single(_bench.All()).Entry.Description.Value);
    }

    [Fact]
    public async Task Disconnect_ForgetsServerAndToken_AndKeepsWhatWasBooked()
    {
        await Connect();
        _bench.Do(Bench.Start("Plan"));
        Sync.Disconnect();
        Assert.Null(Sync.Status().Connection);
        Assert.False(File.Exists(TokenPath));
        Assert.Equal((1L, 1), (Sync.Status().Pending, _bench.All().Count));
    }

    [Fact]
    public async Task WhileAnotherProgramSyncsTheStore_NowIsBusy_AndAsksNobody()
    {
        await Connect();
        HoldTheLease("another");
        await Refused(
            SyncFault.Busy, "Another program on this machine is syncing this store.", "Look again in a moment.",
            () => Sync.Now(null, CancellationToken.None));
        Assert.Single(_server.Requests);
        Assert.Equal("another", Ask<string>("SELECT holder FROM lease WHERE name = 'sync'"));
    }

    [Fact]
    public async Task AfterNow_HoweverItEnded_AnotherProgramSyncsAtOnce()
    {
        await Connect();
        using var another = _bench.Open();
        await Sync.Now(null, CancellationToken.None);
        await another.Sync.Now(null, CancellationToken.None);

        _server.Instead = _ => ServerOnLoopback.Text(HttpStatusCode.BadGateway);
        await Assert.ThrowsAsync<SyncException>(() => Sync.Now(null, CancellationToken.None));
        _server.Instead = _ => null;
        await another.Sync.Now(null, CancellationToken.None);
    }

    [Fact]
    public async Task Now_ThatIsCancelled_EndsAsCancelled_AndChangesNothing()
    {
        var before = await Connect();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Sync.Now(null, cancelled.Token));
        Assert.Equal(before, Sync.Status().Connection);
    }

    [Fact]
    public async Task AStoreThatGoesAwayMeanwhile_IsAFaultOfTheStore()
    {
        await Connect();
        var (path, aside) = (_bench.StorePath, _bench.StorePath + ".aside");
        _server.Instead = _ =>
        {
            File.Move(path, aside, overwrite: true);
            return null;
        };
        var gone = await Assert.ThrowsAsync<StoreException>(() => Sync.Now(null, CancellationToken.None));
        Assert.Equal(StoreFault.Moved, gone.Fault);
    }

    [Fact]
    public async Task Devices_AreToldAsTheServerListsThem()
    {
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var enrolled = new DateTimeOffset(2027, 3, 8, 10, 11, 12, TimeSpan.Zero);
        var revoked = enrolled.AddDays(1);
        _server.Devices =
        [
            new(second, "phone", Instant.Nearest(enrolled), Instant.Nearest(revoked), false),
            new(first, "laptop", Instant.Nearest(enrolled), null, true),
        ];
        await Connect();
        Assert.Equal(
            [new(second, "phone", enrolled, revoked, false), new(first, "laptop", enrolled, null, true)],
            await Sync.Devices(CancellationToken.None));
        Assert.Equal($"Bearer {ServerOnLoopback.Token}", _server.Requests[^1].Authorization);
    }

    [Fact]
    public async Task DevicesThatTheServerDoesNotTell_AreAnError_AndPauseNothing()
    {
        var before = await Connect();
        _server.Instead = _ => ServerOnLoopback.Problem(HttpStatusCode.Unauthorized);
        var refused = await Assert.ThrowsAsync<SyncException>(() => Sync.Devices(CancellationToken.None));
        Assert.Equal(SyncFault.ShutOut, refused.Fault);
        Assert.Equal(before, Sync.Status().Connection);
    }

    [Fact]
    public async Task Revoke_ShutsThatDeviceOutAtTheServer()
    {
        await Connect();
        var lost = Guid.CreateVersion7();
        await Sync.Revoke(lost, CancellationToken.None);
        var request = _server.Requests[^1];
        Assert.Equal(
            ("DELETE", $"/v1/devices/{lost}", $"Bearer {ServerOnLoopback.Token}"),
            (request.Method, request.Path, request.Authorization));
    }

    [Fact]
    public async Task ADeviceThatTheServerDoesNotHave_CannotBeShutOut()
    {
        await Connect();
        _server.Instead = _ => ServerOnLoopback.Problem(HttpStatusCode.NotFound);
        await Refused(
            SyncFault.Unknown, $"{_server.Address} has no such device; nothing was changed.",
            "Get-TtDevice lists those that it has.", () => Sync.Revoke(Guid.NewGuid(), CancellationToken.None));
    }

    [Fact]
    public void WhatTheServerRefused_IsParkedWithReasonAndWords()
    {
        var plan = _bench.Do(Bench.Start("Plan")).Changed[0].Entry.Id;
        Refuse();
        var parked = Assert.Single(Sync.Status().Parked);
        Assert.Equal(
            new ParkedOperation(
                OperationId.FromMinted(plan.Value), plan.Value, "id_reused: Another operation with another payload has this id.",
                "description 'Plan', running since 2027-03-09 08:41:13 +01:00, no project, no tags, not billable"),
            parked);
    }

    [Fact]
    public void AnOperationThatIsNotParked_IsAnsweredAlready()
    {
        var plan = _bench.Do(Bench.Start("Plan")).Changed[0].Entry.Id;
        var answer = Assert.IsType<CommandResult.NothingToDo>(Sync.Answer(OperationId.FromMinted(plan.Value), retry: true));
        Assert.Equal(NothingToDoReason.AlreadyAnswered, answer.Reason);
        Assert.Equal(1L, Sync.Status().Pending);
    }

    [Fact]
    public void ARefusal_ThatIsLetBe_IsShownNoMore_AndChangesNothingElse()
    {
        _bench.Do(Bench.Start("Plan"));
        _bench.Do(Bench.Stop());
        Refuse();
        var answer = Assert.IsType<CommandResult.NothingToDo>(Sync.Answer(Sync.Status().Parked[0].Operation, retry: false));
        Assert.Equal(NothingToDoReason.NoChange, answer.Reason);
        Assert.Single(Sync.Status().Parked);
        Assert.Equal((0L, 0), (Sync.Status().Pending, _bench.All().Count));
    }

    [Fact]
    public void WhatWasRefused_IsSaidOnceMore_WithRetry()
    {
        _bench.Do(Bench.Start("Plan"));
        Refuse();
        Assert.Empty(_bench.All());
        Assert.IsType<CommandResult.Done>(Sync.Answer(Sync.Status().Parked[0].Operation, retry: true));
        Assert.Empty(Sync.Status().Parked);
        Assert.Equal(1L, Sync.Status().Pending);
        Assert.Equal("Plan", Assert.Single(_bench.All()).Entry.Description.Value);
    }

    [Fact]
    public void ARetry_IsOneTransaction()
    {
        _bench.Do(Bench.Start("Plan"));
        Refuse();
        var parked = Sync.Status().Parked[0].Operation;
        using var raw = new RawStore(_bench.StorePath);
        raw.Run("CREATE TRIGGER t BEFORE UPDATE OF dismissed ON outbox BEGIN SELECT RAISE(ABORT, 'not now'); END");
        Assert.Throws<StoreException>(() => Sync.Answer(parked, retry: true));
        Assert.Empty(_bench.All());
        raw.Run("DROP TRIGGER t");
        Assert.IsType<CommandResult.Done>(Sync.Answer(parked, retry: true));
        Assert.Equal("Plan", Assert.Single(_bench.All()).Entry.Description.Value);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ARefusalThatWasAnswered_IsAnsweredNoSecondTime(bool retry)
    {
        _bench.Do(Bench.Start("Plan"));
        Refuse();
        var parked = Sync.Status().Parked[0].Operation;
        Assert.IsType<CommandResult.Done>(Sync.Answer(parked, retry: true));
        var again = Assert.IsType<CommandResult.NothingToDo>(Sync.Answer(parked, retry));
        Assert.Equal(NothingToDoReason.AlreadyAnswered, again.Reason);
        Assert.Single(_bench.All());
    }

    [Fact]
    public void ARetryThatCannotBe_LeavesTheRefusalWhereItIs()
    {
        _bench.Do(Bench.Start("Plan"));
        Refuse();
        _bench.Do(Bench.Start("Call"));
        Assert.IsType<CommandResult.Rejected>(Sync.Answer(Sync.Status().Parked[0].Operation, retry: true));
        Assert.Single(Sync.Status().Parked);
    }

    [Fact]
    public async Task AProgramThatEndsAtOnce_SyncsOnlyWhenTold()
    {
        await Connect();
        _bench.Do(Bench.Start("Plan"));
        _bench.Reopen();
        _bench.Tracker.Pulse();
        Assert.Single(_server.Requests);
    }

    [Fact]
    [Trait("Invariant", "INV-15")]
    public async Task AProgramThatStaysOpen_SyncsOnceItIsConnected_AndAtEachCommand()
    {
        _bench.Reopen(keepsWatch: true);
        await Connect();
        await _server.Hear(SyncProtocol.ChangesPath);
        _bench.Do(Bench.Start("Plan"));
        await _server.Hear(SyncProtocol.PushPath);
        await _server.Hear(SyncProtocol.ChangesPath);
        Assert.Equal(0L, Sync.Status().Pending);
    }

    [Fact]
    public async Task AProgramThatStaysOpen_SyncsWhenItOpensAConnectedStore()
    {
        await Connect();
        _bench.Reopen(keepsWatch: true);
        await _server.Hear(SyncProtocol.ChangesPath);
    }

    [Fact]
    public async Task AProgramThatStaysOpen_SyncsSoonAfterAnotherOneConnectedTheStore()
    {
        _bench.Reopen(keepsWatch: true);
        using (var another = _bench.Open())
        {
            await another.Sync.Connect(_server.Address, "AAAA-BBBB", "laptop", false, CancellationToken.None);
        }

        Assert.Single(_server.Requests);
        _bench.Tracker.Pulse();
        await _server.Hear(SyncProtocol.ChangesPath);
    }

    [Fact]
    public async Task AProgramThatStaysOpen_KeepsTheRightToSync_WhereAPersonSyncsBetween()
    {
        _bench.Reopen(keepsWatch: true);
        await Connect();
        await _server.Hear(SyncProtocol.ChangesPath);
        await Sync.Now(null, CancellationToken.None);
        Assert.True(Ask<long>("SELECT expires_utc FROM lease WHERE name = 'sync'") > 0);
    }

    [Fact]
    public async Task AfterDisconnect_AProgramThatStaysOpenAsksNoMore_AndGivesTheRightBack()
    {
        _bench.Reopen(keepsWatch: true);
        await Connect();
        await _server.Hear(SyncProtocol.ChangesPath);
        Sync.Disconnect();
        var asked = _server.Requests.Count;
        _bench.Do(Bench.Start("Plan"));
        Assert.Equal(0L, Ask<long>("SELECT expires_utc FROM lease WHERE name = 'sync'"));
        Assert.Equal(asked, _server.Requests.Count);
    }

    [Fact]
    public async Task AfterTheEnd_TheRightToSyncIsGivenBack_AndWhatWaitsStays()
    {
        _bench.Reopen(keepsWatch: true);
        await Connect();
        await _server.Hear(SyncProtocol.ChangesPath);
        Sync.Dispose();
        Assert.Equal(0L, Ask<long>("SELECT expires_utc FROM lease WHERE name = 'sync'"));
        _bench.Do(Bench.Start("Plan"));
        Assert.Equal(1L, Sync.Status().Pending);
    }

    [Fact]
    public async Task ClosingTheStore_GivesTheRightToSyncBack()
    {
        _bench.Reopen(keepsWatch: true);
        await Connect();
        await _server.Hear(SyncProtocol.ChangesPath);
        _bench.Tracker.Dispose();
        Assert.Equal(0L, Ask<long>("SELECT expires_utc FROM lease WHERE name = 'sync'"));
    }

    [Fact]
    public async Task AWorkerThatCannotBeMade_IsCounted_WithItsReason()
    {
        await Connect();
        await File.WriteAllTextAsync(TokenPath, "two\nlines");
        _bench.Reopen(keepsWatch: true);
        Assert.True(SpinWait.SpinUntil(() => Sync.Status().Connection!.Restarts == 1, TimeSpan.FromSeconds(60)));
        Assert.StartsWith("FormatException: ", Sync.Status().Connection!.Problem, StringComparison.Ordinal);
    }

    private static async Task Refused(SyncFault fault, string message, string hint, Func<Task> act)
    {
        var refused = await Assert.ThrowsAsync<SyncException>(act);
        Assert.Equal((fault, message, hint), (refused.Fault, refused.Message, refused.Hint));
    }

    private static (int Pushed, int Pulled) Numbers(SyncProgress done) => (done.Pushed, done.Pulled);

    private Task<SyncConnection> Connect(string name = "laptop", bool reset = false) =>
        Sync.Connect(_server.Address, "AAAA-BBBB", name, reset, CancellationToken.None);

    private async Task ADeviceIsShutOut()
    {
        await Connect();
        _server.Instead = _ => ServerOnLoopback.Problem(HttpStatusCode.Unauthorized);
        await Assert.ThrowsAsync<SyncException>(() => Sync.Now(null, CancellationToken.None));
        Assert.True(Sync.Status().Connection!.IsShutOut);
        _server.Instead = _ => null;
    }

    /// <summary>The server refuses all that waits.</summary>
    private void Refuse() => Change(transaction =>
    {
        var request = PushSteps.Next(transaction, WireLimits.PushOperationsMax)!;
        Assert.True(PushSteps.Settle(
            transaction, request, new([.. request.Operations.Select(operation => new OperationVerdict(operation.Id, Verdict.IdWasReused))])));
    });

    private void HoldTheLease(string holder) =>
        Change(transaction => SyncLease.TryTake(transaction, holder, _bench.Clock.Reading));

    private void Change(Action<WriteTransaction> change)
    {
        using var database = Database.Open(_bench.StorePath, StoreSchema.Current);
        database.Change(change);
    }

    private T Ask<T>(string sql)
    {
        using var store = new RawStore(_bench.StorePath);
        return store.Ask<T>(sql);
    }
}
