using TimeTracker.Core.Storage;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Tests.Storage;

/// <summary>What waits, and what became of it.</summary>
public sealed class OutboxTableTests : IDisposable
{
    private readonly Bench _bench = new();
    private readonly Database _database;
    private readonly DeviceId _device;
    private readonly List<PushOperation> _waiting;

    public OutboxTableTests()
    {
        _database = Database.Open(_bench.StorePath, StoreSchema.Current);
        _bench.Do(Bench.Start("one"));
        _bench.Do(Bench.Stop());
        _bench.Do(Bench.Start("two"));
        _device = Ask(DeviceTable.Current)!.Value;
        _waiting = Ask(snapshot => OutboxTable.Unsent(snapshot, _device, 10));
    }

    public void Dispose()
    {
        _database.Dispose();
        _bench.Dispose();
    }

    [Fact]
    public void WhatWaits_IsNumberedInTheLedgersOrder_EachNamingTheOneBefore()
    {
        Assert.Equal([1L, 2L, 3L], _waiting.Select(operation => operation.Seq));
        Assert.Equal([null, _waiting[0].Id, _waiting[1].Id], _waiting.Select(operation => operation.Previous));
        Assert.All(_waiting, operation => Assert.Equal((0L, false), (operation.Seen, operation.Relayed)));
    }

    [Fact]
    public void EachVerdict_IsKeptInItsWords()
    {
        Settle(0, new Verdict.Accepted(1));
        Settle(1, new Verdict.Duplicate(2));
        Settle(2, new Verdict.Rejected("too_odd", "It is too odd."));
        using var store = new RawStore(_bench.StorePath);
        Assert.Equal(
            ["accepted|", "duplicate|", "rejected|too_odd: It is too odd."], store.Rows("SELECT verdict, reason FROM outbox ORDER BY seq"));
        Assert.Equal(0L, Ask(OutboxTable.CountUnsent));
    }

    [Fact]
    public void AVerdictThatComesTooEarly_EndsNoWait()
    {
        Settle(1, new Verdict.Accepted(1));
        Assert.Equal(3L, Ask(OutboxTable.CountUnsent));
        Settle(0, new Verdict.Accepted(2));
        Assert.Equal(2L, Ask(OutboxTable.CountUnsent));
    }

    [Fact]
    [Trait("Invariant", "INV-12")]
    public void WhatIsRefused_WaitsForAnAnswer_InTheLedgersOrder_UntilThereIsOne()
    {
        Settle(0, Verdict.IdWasReused);
        Settle(1, new Verdict.Accepted(1));
        Settle(2, Verdict.PayloadIsTooLarge);
        Assert.Equal([_waiting[0].Id, _waiting[2].Id], Ask(OutboxTable.Parked).Select(parked => parked.Operation));
        Assert.True(Dismiss(_waiting[0].Id));
        Assert.Equal(_waiting[2].Id, Assert.Single(Ask(OutboxTable.Parked)).Operation);
        Assert.Equal(1L, Ask(OutboxTable.CountParked));
    }

    [Fact]
    public void OnlyWhatWasRefused_AndOnlyOnce_IsAnsweredFor()
    {
        Settle(0, Verdict.IdWasReused);
        Settle(1, new Verdict.Accepted(1));
        Assert.True(Dismiss(_waiting[0].Id));
        Assert.False(Dismiss(_waiting[0].Id));
        Assert.False(Dismiss(_waiting[1].Id));
        Assert.False(Dismiss(_waiting[2].Id));
    }

    [Fact]
    [Trait("Invariant", "INV-08")]
    public void WhatTheServerTook_AndTheFeedDoesNotHold_IsLacking()
    {
        Assert.False(Ask(OutboxTable.LacksInFeed));
        Settle(0, new Verdict.Accepted(1));
        Assert.True(Ask(OutboxTable.LacksInFeed));
        _database.Change(transaction => FeedTable.Append(
            transaction, FeedRow.After(FeedCursor.Start, _device, _waiting[0], Instant.Nearest(_bench.Clock.Utc))));
        Assert.False(Ask(OutboxTable.LacksInFeed));
        Settle(1, Verdict.IdWasReused);
        Assert.False(Ask(OutboxTable.LacksInFeed));
    }

    [Fact]
    [Trait("Invariant", "INV-13")]
    public void OnlyWhatWaits_IsPostponed()
    {
        Settle(0, new Verdict.Accepted(1));
        _database.Change(transaction => OutboxTable.Postpone(transaction, 77));
        _database.Change(transaction => OutboxTable.Postpone(transaction, 78));
        using var store = new RawStore(_bench.StorePath);
        Assert.Equal(["0|", "2|78", "2|78"], store.Rows("SELECT attempts, next_attempt FROM outbox ORDER BY seq"));
    }

    [Fact]
    public void WhatThisStoreMade_IsItsOwn_AndNothingElseIs()
    {
        Assert.True(Ask(snapshot => OutboxTable.IsMine(snapshot, _waiting[0].Id)));
        Assert.False(Ask(snapshot => OutboxTable.IsMine(snapshot, Tracker.NewCommandId().Operation(1))));
        using var store = new RawStore(_bench.StorePath);
        store.Run("UPDATE outbox SET relayed = 1 WHERE seq = 1");
        Assert.False(Ask(snapshot => OutboxTable.IsMine(snapshot, _waiting[0].Id)));
    }

    private void Settle(int index, Verdict verdict) =>
        _database.Change(transaction => OutboxTable.Settle(transaction, _device, _waiting[index], verdict));

    private bool Dismiss(OperationId operation)
    {
        var isDismissed = false;
        _database.Change(transaction => isDismissed = OutboxTable.Dismiss(transaction, operation));
        return isDismissed;
    }

    private T Ask<T>(Func<ISnapshot, T> question)
    {
        using var snapshot = _database.BeginRead();
        return question(snapshot);
    }
}
