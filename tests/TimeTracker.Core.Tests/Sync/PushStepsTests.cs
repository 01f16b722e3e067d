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

    private PushRequest? Next()
    {
        using var snapshot = _database.BeginRead();
        return PushSteps.Next(snapshot, WireLimits.PushOperationsMax);
    }

    private void Settle(PushRequest request, Func<PushOperation, Verdict> verdict)
    {
        using var transaction = _database.BeginWrite();
        var verdicts = request.Operations.Select(operation => new OperationVerdict(operation.Id, verdict(operation)));
        Assert.True(PushSteps.Settle(transaction, request, new([.. verdicts])));
        Assert.IsType<CommitOutcome.Committed>(transaction.Commit());
    }
}
