using TimeTracker.Core.Storage;
using TimeTracker.Core.Sync;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Tests.Sync;

/// <summary>What goes into a push, and what the server's verdicts change.</summary>
public sealed class PushStepsTests : IDisposable
{
    private readonly Bench _bench = new();
    private readonly Database _database;

    public PushStepsTests() => _database = Database.Open(_bench.StorePath, StoreSchema.Current);

    public void Dispose()
    {
        _database.Dispose();
        _bench.Dispose();
    }

    [Fact]
    [Trait("Invariant", "INV-08")]
    [Trait("Invariant", "INV-12")]
    public void WhatIsRejected_CountsNoMore_ThoughNoFeedBringsAnythingOfIt()
    {
        _bench.Do(Bench.Start("refused"));
        Settle(Next()!, _ => Verdict.IdWasReused);
        Assert.Empty(_bench.All());
        Assert.IsType<TimerState.Idle>(_bench.Tracker.Timer().State);
        Assert.Null(Next());
    }

    [Fact]
    [Trait("Invariant", "INV-08")]
    public void WhatIsAccepted_StaysAsItIs()
    {
        _bench.Do(Bench.Start("taken"));
        Settle(Next()!, operation => new Verdict.Accepted(operation.Seq));
        Assert.IsType<TimerState.Running>(_bench.Tracker.Timer().State);
        Assert.Null(Next());
    }

    [Fact]
    public void APush_HoldsNoMoreThanTheServerTakes_AndTheNextOneGoesOnBehindIt()
    {
        // Texts of the greatest length, until there are more of them than one request can hold.
        var text = new string('€', Description.LengthMax);
        for (var entry = 0; entry < 300; entry++)
        {
            var from = _bench.Clock.Utc.AddMinutes(-entry - 1);
            _bench.Do(new Command.Add(new Details { Description = text }, from, from.AddSeconds(30)));
        }

        var first = Next()!;
        var bytes = first.ToWire().Length;
        var one = bytes / first.Operations.Count;
        Assert.InRange(bytes, WireLimits.RequestBytesMax - (3 * one), WireLimits.RequestBytesMax);
        Settle(first, operation => new Verdict.Accepted(operation.Seq));
        var second = Next()!;
        Assert.Equal(first.Operations[^1].Seq + 1, second.Operations[0].Seq);
        Assert.Equal(first.Operations[^1].Id, second.Operations[0].Previous);
    }

    [Theory]
    [InlineData(16233, 48)]
    [InlineData(16234, 47)]
    public void APush_IsFilledToItsLastByte(int lastBytes, int operations)
    {
        // 1024 bytes around 48 operations of 180 bytes and 16233 in base64 are one request to the byte.
        using (var store = new RawStore(_bench.StorePath))
        {
            store.Run($"""
                WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 49)
                INSERT INTO operation (
                  position, op_id, command_id, kind, entity_id, payload, seen, origin,
                  reading_utc, reading_monotonic, reading_boottime, reading_domain, hash)
                SELECT n, unhex(printf('018f0000000070008000%010x01', n)), zeroblob(16), 'unreadable', zeroblob(16),
                  zeroblob(CASE n WHEN 48 THEN {lastBytes} ELSE 16233 END), 0, 'local', 0, 0, 0, '', zeroblob(32)
                FROM number
                """);
        }

        Assert.Equal(operations, Next()!.Operations.Count);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    public void APush_HoldsNoMoreThanItIsAskedTo_FromTheFirstThatWaits(int max, int count)
    {
        _bench.Do(Bench.Start("one"));
        _bench.Do(Bench.Stop());
        var next = Next(max)!;
        Assert.Equal(Enumerable.Range(1, count).Select(seq => (long)seq), next.Operations.Select(operation => operation.Seq));
        Assert.Equal(FeedCursor.Start, next.Cursor);
    }

    [Fact]
    public void WhereNothingWaits_ThereIsNoPush() => Assert.Null(Next());

    [Fact]
    [Trait("Invariant", "INV-28")]
    public void WhileAnotherFeedIsPulled_NothingIsPushed()
    {
        _bench.Do(Bench.Start("one"));
        var request = Next()!;
        Settle(request, operation => new Verdict.Accepted(operation.Seq));
        var row = FeedRow.After(FeedCursor.Start, request.Device, request.Operations[0], Instant.Nearest(_bench.Clock.Utc));
        _database.Change(transaction => Assert.True(PullApplier.Apply(transaction, new([row], row.Cursor, false), 0)));
        _bench.Do(Bench.Stop());
        Assert.NotNull(Next());
        _database.Change(PullApplier.BeginAnew);
        Assert.Null(Next());
    }

    [Fact]
    [Trait("Invariant", "INV-08")]
    public void TheAnswerToAnotherPush_ChangesNothing()
    {
        _bench.Do(Bench.Start("one"));
        var request = Next()!;
        var verdict = new OperationVerdict(Tracker.NewCommandId().Operation(1), new Verdict.Accepted(1));
        _database.Change(transaction => Assert.False(PushSteps.Settle(transaction, request, new([verdict]))));
        Assert.Equal(request.Operations, Next()!.Operations);
    }

    private PushRequest? Next(int max = WireLimits.PushOperationsMax)
    {
        using var snapshot = _database.BeginRead();
        return PushSteps.Next(snapshot, max);
    }

    private void Settle(PushRequest request, Func<PushOperation, Verdict> verdict)
    {
        using var transaction = _database.BeginWrite();
        var verdicts = request.Operations.Select(operation => new OperationVerdict(operation.Id, verdict(operation)));
        Assert.True(PushSteps.Settle(transaction, request, new([.. verdicts])));
        Assert.IsType<CommitOutcome.Committed>(transaction.Commit());
    }
}
