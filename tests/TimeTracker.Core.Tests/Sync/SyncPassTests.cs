using TimeTracker.Core.Storage;
using TimeTracker.Core.Sync;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Tests.Sync;

/// <summary>How a pass goes and ends, whatever the server answers.</summary>
public sealed class SyncPassTests : IDisposable
{
    private static readonly TimeSpan ThreeSeconds = TimeSpan.FromSeconds(3);

    private readonly Bench _bench = new();
    private readonly Between _server = new();
    private readonly List<SyncProgress> _told = [];
    private readonly Database _database;
    private readonly SyncPass _pass;

    public SyncPassTests()
    {
        _database = Database.Open(_bench.StorePath, StoreSchema.Current);
        _pass = new(_database, _server, () => _bench.Clock.Reading, "worker") { Progress = _told.Add };
    }

    public void Dispose()
    {
        _database.Dispose();
        _bench.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task APass_TellsAfterEachAnswerHowFarItIs()
    {
        Book(entries: 2);
        _server.Real.RowsMax = 3;
        Assert.Equal(new PassOutcome.Done(new(4, 4)), await Run());
        Assert.Equal([new(4, 0), new(4, 3), new(4, 4)], _told);
    }

    [Fact]
    public async Task WhatThePassHasDone_IsTheStartOfNoOther()
    {
        Book(entries: 1);
        await Run();
        Assert.Equal(new PassOutcome.Done(default), await Run());
    }

    [Fact]
    [Trait("Invariant", "INV-14")]
    public async Task WhileAnotherWorkerHasTheLease_TheServerIsNotAsked()
    {
        Book(entries: 1);
        _database.Change(transaction => SyncLease.TryTake(transaction, "another", _bench.Clock.Reading));
        Assert.IsType<PassOutcome.Elsewhere>(await Run());
        Assert.Empty(_server.Asked);
    }

    [Fact]
    public async Task APushThatIsNotLetIn_EndsThePass_WithTheReason()
    {
        Book(entries: 1);
        _server.OnPush = _ => new ServerAnswer.ShutOut("revoked");
        Assert.Equal(new PassOutcome.ShutOut("revoked"), await Run());
        Assert.Equal(["push 2"], _server.Asked);
    }

    [Fact]
    public async Task APullThatIsNotLetIn_EndsThePass_WithTheReason()
    {
        _server.OnChanges = () => new ServerAnswer.ShutOut("revoked");
        Assert.Equal(new PassOutcome.ShutOut("revoked"), await Run());
        Assert.Equal(["changes after 0"], _server.Asked);
    }

    [Fact]
    public async Task APushThatFails_EndsThePass_WithWhenToComeAgain()
    {
        Book(entries: 1);
        _server.OnPush = _ => new ServerAnswer.Failed("busy", ThreeSeconds);
        Assert.Equal(new PassOutcome.Failed("busy", ThreeSeconds), await Run());
        Assert.Equal(["push 2"], _server.Asked);
        Assert.Empty(_told);
    }

    [Fact]
    public async Task APushThatTheServerRefuses_KeepsNoNewsAway_AndIsStillTheEnd()
    {
        Book(entries: 1);
        await Run();
        _database.Change(FeedTable.Forget);
        Book(entries: 1);
        _server.OnPush = _ => new ServerAnswer.Failed("full", ThreeSeconds) { IsRefusal = true };
        _told.Clear();
        Assert.Equal(new PassOutcome.Failed("full", ThreeSeconds), await Run());
        Assert.Equal([new(0, 2)], _told);
        Assert.Equal(2, Unsent());
    }

    [Fact]
    public async Task WhereThePullFailsTooAfterARefusedPush_ItsReasonIsTheEnd()
    {
        Book(entries: 1);
        _server.OnPush = _ => new ServerAnswer.Failed("full") { IsRefusal = true };
        _server.OnChanges = () => new ServerAnswer.ShutOut("revoked");
        Assert.Equal(new PassOutcome.ShutOut("revoked"), await Run());
        Assert.Equal(["push 2", "changes after 0"], _server.Asked);
    }

    [Fact]
    public async Task APullThatFails_EndsThePass_WithWhenToComeAgain()
    {
        _server.OnChanges = () => new ServerAnswer.Failed("busy", ThreeSeconds);
        Assert.Equal(new PassOutcome.Failed("busy", ThreeSeconds), await Run());
    }

    [Fact]
    public async Task AnAnswerThatFitsNoPush_IsNamed()
    {
        Book(entries: 1);
        _server.OnPush = _ => new ServerAnswer.Unknown();
        Assert.Equal(new PassOutcome.Failed("the answer Unknown fits no such request", null), await Run());
        Assert.Equal(2, Unsent());
    }

    [Fact]
    public async Task AnAnswerThatFitsNoPull_IsNamed()
    {
        _server.OnChanges = () => new ServerAnswer.OutOfOrder();
        Assert.Equal(new PassOutcome.Failed("the answer OutOfOrder fits no such request", null), await Run());
    }

    [Fact]
    [Trait("Invariant", "INV-08")]
    public async Task TheAnswerToAnotherPush_IsAFailure_AndAcknowledgesNothing()
    {
        Book(entries: 1);
        _server.OnPush = _ => new ServerAnswer.Verdicts(new([]));
        Assert.Equal(new PassOutcome.Failed("the answer is of another push", null), await Run());
        Assert.Equal(2, Unsent());
    }

    [Fact]
    [Trait("Invariant", "INV-27")]
    public async Task APageThatContinuesNothing_IsAFailure()
    {
        _server.OnChanges = () => new ServerAnswer.Page(new([], new(5, ChainHash.Origin), false));
        Assert.Equal(new PassOutcome.Failed("the server's page is no continuation of its feed", null), await Run());
        Assert.Empty(_told);
    }

    [Fact]
    public async Task APushThatIsTooLarge_IsHalved_DownToOneOperation()
    {
        Book(entries: 2);
        _bench.Do(Bench.Start("Last"));
        _server.OnPush = request => request.Operations.Count > 1 ? new ServerAnswer.TooLarge() : null;
        Assert.Equal(new PassOutcome.Done(new(5, 5)), await Run());
        Assert.Equal(
            ["push 5", "push 2", "push 1", "push 1", "push 1", "push 1", "push 1", "changes after 0"], _server.Asked);
        Assert.Equal([0, 0, 1, 2, 3, 4, 5, 5], _told.Select(progress => progress.Pushed));
    }

    [Fact]
    [Trait("Invariant", "INV-12")]
    public async Task OneOperationThatIsTooLarge_IsParked_AndTheOthersFlow()
    {
        Book(entries: 1);
        var first = new Guid(Ask<byte[]>("SELECT op_id FROM outbox WHERE seq = 1"), bigEndian: true);
        _server.OnPush = request => request.Operations[0].Id.Value == first ? new ServerAnswer.TooLarge() : null;
        Assert.Equal(new PassOutcome.Done(new(1, 1)), await Run());

        // The server has no such number of this device, so that what follows goes out under another one.
        Assert.Equal(["push 2", "push 1", "push 1", "push 1", "changes after 0"], _server.Asked);
        var parked = Assert.Single(_bench.Tracker.Sync.Status().Parked);
        Assert.Equal(first, parked.Operation.Value);
        Assert.Equal("payload_too_large: The payload is over 16384 bytes.", parked.Reason);
    }

    [Fact]
    [Trait("Invariant", "INV-20")]
    public async Task ADeviceThatTheServerHasOtherNumbersOf_GoesOnAsANewOne()
    {
        Book(entries: 1);
        var before = Ask<byte[]>("SELECT device_id FROM device WHERE is_current = 1");
        _server.OnPush = request => request.Device.Value == new Guid(before, bigEndian: true) ? new ServerAnswer.OutOfOrder() : null;
        Assert.Equal(new PassOutcome.Done(new(2, 2)), await Run());
        Assert.Equal([new(0, 0), new(2, 0), new(2, 2)], _told);
        Assert.Equal(before, Ask<byte[]>("SELECT successor_of FROM device WHERE is_current = 1"));
        Assert.Equal(
            _bench.Clock.Reading.UtcMicroseconds, Ask<long>("SELECT since_utc FROM device WHERE is_current = 1"));
    }

    [Fact]
    [Trait("Invariant", "INV-28")]
    public async Task AnotherFeed_MetWhilePushing_IsPulledBeforeAnythingIsPushed()
    {
        Book(entries: 1);
        await Run();
        Book(entries: 1);
        _server.Asked.Clear();
        var answers = 0;
        _server.OnPush = _ => answers++ == 0 ? new ServerAnswer.OtherFeed() : null;
        Assert.Equal(new PassOutcome.Done(new(2, 4)), await Run());
        Assert.Equal(["push 2", "changes after 0", "push 2", "changes after 2"], _server.Asked);
    }

    [Fact]
    [Trait("Invariant", "INV-28")]
    public async Task AnotherFeed_MetWhilePulling_IsPulledFromItsStart()
    {
        Book(entries: 1);
        await Run();
        _server.Asked.Clear();
        var answers = 0;
        _server.OnChanges = () => answers++ == 0 ? new ServerAnswer.OtherFeed() : null;
        Assert.Equal(new PassOutcome.Done(new(0, 2)), await Run());
        Assert.Equal(["changes after 2", "changes after 0"], _server.Asked);
    }

    [Fact]
    public async Task WhatIsWrittenMeanwhile_IsPushedInTheSamePass()
    {
        Book(entries: 1);
        var answers = 0;
        _server.OnChanges = () =>
        {
            if (answers++ == 0)
            {
                Book(entries: 1);
            }

            return null;
        };
        Assert.Equal(new PassOutcome.Done(new(4, 4)), await Run());
        Assert.Equal(["push 2", "changes after 0", "push 2", "changes after 2"], _server.Asked);
    }

    [Theory]
    [InlineData(19, typeof(PassOutcome.Done))]
    [InlineData(20, typeof(PassOutcome.Failed))]
    public async Task AServerWhoseAnswersLeadNowhere_IsLeftAfter20Rounds(int rounds, Type outcome)
    {
        Book(entries: 1);
        var answers = 0;
        _server.OnPush = _ => answers++ < rounds ? new ServerAnswer.OtherFeed() : null;
        var ended = await Run();
        Assert.IsType(outcome, ended);
        Assert.Equal(20, _server.Asked.Count(asked => asked == "push 2"));
        if (ended is PassOutcome.Failed failed)
        {
            Assert.Equal(new PassOutcome.Failed("the server's answers lead nowhere", null), failed);
        }
    }

    public static TheoryData<string> PushAnswers => ["verdicts", "out of order", "other feed", "one too large"];

    [Theory]
    [Trait("Invariant", "INV-14")]
    [MemberData(nameof(PushAnswers))]
    public async Task AWorkerThatWasTakenOver_RecordsNoAnswerToAPush(string answer)
    {
        _bench.Do(Bench.Start("Plan"));
        _server.OnPush = _ =>
        {
            TakeOver();
            return answer switch
            {
                "verdicts" => null,
                "out of order" => new ServerAnswer.OutOfOrder(),
                "other feed" => new ServerAnswer.OtherFeed(),
                _ => new ServerAnswer.TooLarge(),
            };
        };
        Assert.IsType<PassOutcome.Elsewhere>(await Run());
        Assert.Equal((1, 1L), (Unsent(), Ask<long>("SELECT count(*) FROM device")));
        Assert.Empty(_told);
    }

    [Theory]
    [Trait("Invariant", "INV-14")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AWorkerThatWasTakenOver_RecordsNoAnswerToAPull(bool isOtherFeed)
    {
        Book(entries: 1);
        await Run();
        _told.Clear();
        _server.OnChanges = () =>
        {
            TakeOver();
            return isOtherFeed ? new ServerAnswer.OtherFeed() : null;
        };
        Assert.IsType<PassOutcome.Elsewhere>(await Run());
        Assert.Equal(2L, Ask<long>("SELECT count(*) FROM feed"));
        Assert.Empty(_told);
    }

    [Fact]
    [Trait("Invariant", "INV-14")]
    public async Task EachAnswer_ProlongsTheLease()
    {
        Book(entries: 1);
        _server.OnPush = _ =>
        {
            _bench.Clock.Work(Lease.Duration);
            return null;
        };
        _server.OnChanges = () =>
        {
            _bench.Clock.Work(Lease.Duration);
            return null;
        };
        Assert.IsType<PassOutcome.Done>(await Run());
        Assert.Equal(Lease.ExpiryFrom(_bench.Clock.Reading).UtcMicroseconds, Expiry());
    }

    [Fact]
    public async Task WhatIsCancelled_IsCancelledAtTheServer()
    {
        using var cancellation = new CancellationTokenSource();
        await _pass.Run(cancellation.Token);
        Book(entries: 1);
        await _pass.Run(cancellation.Token);
        Assert.All(_server.Cancellations, token => Assert.Equal(cancellation.Token, token));
        Assert.Equal(3, _server.Cancellations.Count);
    }

    [Fact]
    [Trait("Invariant", "INV-14")]
    public async Task Release_EndsItsOwnLease_AndNoOther()
    {
        _pass.Release();
        Assert.Equal(0L, Ask<long>("SELECT count(*) FROM lease"));
        await Run();
        _pass.Release();
        Assert.Equal(0L, Expiry());

        _database.Change(transaction => SyncLease.TryTake(transaction, "another", _bench.Clock.Reading));
        _pass.Release();
        Assert.Equal(Lease.ExpiryFrom(_bench.Clock.Reading).UtcMicroseconds, Expiry());
    }

    private Task<PassOutcome> Run() => _pass.Run(CancellationToken.None);

    private void Book(int entries)
    {
        for (var entry = 0; entry < entries; entry++)
        {
            _bench.Do(Bench.Start("Plan"));
            _bench.Clock.Work(TimeSpan.FromSeconds(1));
            _bench.Do(Bench.Stop());
        }
    }

    private void TakeOver()
    {
        using var store = new RawStore(_bench.StorePath);
        store.Run("UPDATE lease SET holder = 'another', token = token + 1 WHERE name = 'sync'");
    }

    private int Unsent() => (int)Ask<long>("SELECT count(*) FROM outbox WHERE verdict IS NULL");

    private long Expiry() => Ask<long>("SELECT expires_utc FROM lease WHERE name = 'sync'");

    private T Ask<T>(string sql)
    {
        using var store = new RawStore(_bench.StorePath);
        return store.Ask<T>(sql);
    }

    /// <summary>Stands before the real server, and may answer in its place.</summary>
    private sealed class Between : ISyncServer, IDisposable
    {
        internal ServerInProcess Real { get; } = new() { RowsMax = WireLimits.PageRowsMax };

        internal Func<PushRequest, ServerAnswer?> OnPush { get; set; } = _ => null;

        internal Func<ServerAnswer?> OnChanges { get; set; } = () => null;

        internal List<string> Asked { get; } = [];

        internal List<CancellationToken> Cancellations { get; } = [];

        public Task<ServerAnswer> Push(PushRequest request, CancellationToken cancellation)
        {
            Note($"push {request.Operations.Count}", cancellation);
            return OnPush(request) is { } answer ? Task.FromResult(answer) : Real.Push(request, cancellation);
        }

        public Task<ServerAnswer> Changes(FeedCursor after, CancellationToken cancellation)
        {
            Note($"changes after {after.FeedNo}", cancellation);
            return OnChanges() is { } answer ? Task.FromResult(answer) : Real.Changes(after, cancellation);
        }

        public void Dispose() => Real.Dispose();

        private void Note(string asked, CancellationToken cancellation)
        {
            Asked.Add(asked);
            Cancellations.Add(cancellation);
        }
    }
}
