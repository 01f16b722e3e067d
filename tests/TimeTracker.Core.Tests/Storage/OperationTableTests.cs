using TimeTracker.Core.Storage;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Tests.Storage;

/// <summary>The ledger read back.</summary>
public sealed class OperationTableTests : IDisposable
{
    private readonly Bench _bench = new();
    private readonly Database _database;

    public OperationTableTests() => _database = Database.Open(_bench.StorePath, StoreSchema.Current);

    public void Dispose()
    {
        _database.Dispose();
        _bench.Dispose();
    }

    [Fact]
    public void AnEmptyLedger_IsFollowedByThePositionOne()
    {
        var (position, hash, seen) = Ask(OperationTable.Last);
        Assert.Equal((0L, 0L), (position, seen));
        Assert.Equal(HashChain.Origin, hash);
    }

    [Fact]
    public void TheLastRow_IsTheOneOfTheGreatestPosition()
    {
        _bench.Do(Bench.Start("one"));
        _bench.Do(Bench.Stop());
        Assert.Equal(2L, Ask(OperationTable.Last).Position);
    }

    [Fact]
    public void WhatTheLedgerDoesNotHold_IsNotFound()
    {
        var unknown = Tracker.NewCommandId().Operation(1);
        Assert.Null(Ask(snapshot => OperationTable.EntityOf(snapshot, unknown)));
        Assert.Null(Ask(snapshot => OperationTable.Find(snapshot, unknown)));
        var fault = Assert.Throws<InvalidDataException>(() => Ask(snapshot => OperationTable.ReadingAt(snapshot, 7)));
        Assert.Equal("the ledger has no position 7", fault.Message);
    }

    [Fact]
    public void AnOperation_IsFoundByItsId_WithItsEntityAndItsClocks()
    {
        var one = _bench.Do(Bench.Start("one")).Changed[0].Entry.Id;
        var id = OperationId.FromMinted(one.Value);
        Assert.Equal(one.Value, Ask(snapshot => OperationTable.EntityOf(snapshot, id)));
        Assert.Equal(one.Value, Ask(snapshot => OperationTable.Find(snapshot, id))!.EntityId);
        Assert.Equal(_bench.Clock.Reading, Ask(snapshot => OperationTable.ReadingAt(snapshot, 1)));
    }

    [Fact]
    public void AnEntitysOperations_AreReadInTheirOrder_UpToAPosition()
    {
        var one = _bench.Do(Bench.Start("one")).Changed[0].Entry.Id;
        _bench.Do(Bench.Stop());
        _bench.Do(Bench.Start("two"));
        Assert.Equal(2, Ask(snapshot => OperationTable.OfEntity(snapshot, one.Value)).Count);
        Assert.Equal(one.Value, Assert.Single(Ask(snapshot => OperationTable.OfEntity(snapshot, one.Value, 1))).Id.Value);
        Assert.Empty(Ask(snapshot => OperationTable.OfEntity(snapshot, one.Value, 0)));
    }

    [Fact]
    public void ACommandsOperations_AreItsOwn_InTheirOrder()
    {
        _bench.Do(Bench.Start("one"));
        var two = _bench.Do(new Command.Switch(new Details { Description = "two", Project = "Acme" }, When.Now.Value));
        var operations = Ask(snapshot => OperationTable.OfCommand(snapshot, two.Id));
        Assert.Equal(3, operations.Count);
        Assert.Equal(
            Enumerable.Range(1, 3).Select(ordinal => two.Id.Operation(ordinal)), operations.Select(operation => operation.Id));
    }

    [Fact]
    public void Entities_AreListedOnce_InTheOrderOfTheirFirstOperations()
    {
        var one = _bench.Do(Bench.Start("one")).Changed[0].Entry.Id;
        _bench.Do(Bench.Stop());
        var two = _bench.Do(Bench.Start("two")).Changed[0].Entry.Id;
        _bench.Do(new Command.Edit(one, new Details { Billable = true }));
        Assert.Equal([one.Value, two.Value], Ask(OperationTable.Entities));
    }

    private T Ask<T>(Func<ISnapshot, T> question)
    {
        using var snapshot = _database.BeginRead();
        return question(snapshot);
    }
}
