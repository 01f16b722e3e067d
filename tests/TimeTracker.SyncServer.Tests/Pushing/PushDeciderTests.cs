using TimeTracker.Domain;
using TimeTracker.SyncServer.Pushing;
using TimeTracker.SyncServer.Tests.Rig;

namespace TimeTracker.SyncServer.Tests.Pushing;

public sealed class PushDeciderTests
{
    private static readonly Instant Noon = Instant.FromMicroseconds(1_816_000_000_000_000);
    private static readonly LogState Empty = new(FeedCursor.Start, ChainHash.Origin, WriterPosition.Start, Nothing());

    private readonly Writer _writer = new(1);

    [Fact]
    public void NewOperations_AreAppendedInTheirOrder()
    {
        var push = _writer.PushNext(3);
        var decided = Decided(Empty, push);
        Assert.Equal([new Verdict.Accepted(1), new Verdict.Accepted(2), new Verdict.Accepted(3)], Verdicts(decided));
        Assert.Equal([1, 2, 3], decided.Appended.Select(row => row.Seq));
        Assert.True(new ChangesResponse(
            [.. decided.Appended.Select(row => row.Row)], decided.Appended[^1].Row.Cursor, false).Follows(FeedCursor.Start));
        Assert.Equal(new(3, push.Operations[2].Id), decided.Writer);
    }

    [Fact]
    [Trait("Invariant", "INV-11")]
    public void AnotherChainAtTheCursor_IsAnotherFeed()
    {
        var push = _writer.PushNext(1);
        Assert.IsType<PushDecision.OtherFeed>(PushDecider.Decide(Empty with { ChainAtCursor = null }, push, Noon));
        Assert.IsType<PushDecision.OtherFeed>(
            PushDecider.Decide(Empty with { ChainAtCursor = Writer.Text("x").Hash }, push, Noon));
    }

    [Fact]
    [Trait("Invariant", "INV-11")]
    public void AGapOrAnotherPredecessor_StopsTheWholePush()
    {
        var operations = _writer.PushNext(3).Operations;
        var gap = new PushRequest(_writer.Device, FeedCursor.Start, [operations[0], operations[2]]);
        Assert.Equal(new PushDecision.OutOfOrder(WriterPosition.Start), PushDecider.Decide(Empty, gap, Noon));

        var at = new WriterPosition(1, Writer.Id(9, 9));
        var other = new PushRequest(_writer.Device, FeedCursor.Start, [operations[1]]);
        Assert.Equal(new PushDecision.OutOfOrder(at), PushDecider.Decide(Empty with { Writer = at }, other, Noon));
    }

    [Fact]
    [Trait("Invariant", "INV-11")]
    public void AnUnknownDevice_BeginsAtOne()
    {
        _ = _writer.Next();
        Assert.IsType<PushDecision.OutOfOrder>(PushDecider.Decide(Empty, _writer.PushNext(1), Noon));
    }

    [Fact]
    [Trait("Invariant", "INV-09")]
    public void AKnownOperation_IsADuplicate_WhateverItsNumberAndSeen()
    {
        var push = _writer.PushNext(1);
        var known = InLog(push.Operations[0], feedNo: 7);
        var late = Decided(Empty with { Known = known, Writer = new(5, Writer.Id(1, 5)) }, push);
        Assert.Equal([new Verdict.Duplicate(7)], Verdicts(late));
        Assert.Equal(new(5, Writer.Id(1, 5)), late.Writer);
        Assert.Empty(late.Appended);

        var next = Decided(Empty with { Known = known }, push);
        Assert.Equal([new Verdict.Duplicate(7)], Verdicts(next));
        Assert.Equal(new(1, push.Operations[0].Id), next.Writer);
    }

    [Fact]
    public void ADuplicateWithAnotherPredecessor_UsesUpNothing()
    {
        var operations = _writer.PushNext(2).Operations;
        var at = new WriterPosition(1, Writer.Id(9, 9));
        var push = new PushRequest(_writer.Device, FeedCursor.Start, [operations[1]]);
        Assert.Equal(at, Decided(Empty with { Known = InLog(operations[1], 7), Writer = at }, push).Writer);
    }

    [Fact]
    [Trait("Invariant", "INV-10")]
    [Trait("Invariant", "INV-12")]
    public void AKnownIdWithAnotherPayload_IsRejected_AndWhatFollowsFlows()
    {
        var push = _writer.PushNext(2);
        var known = InLog(push.Operations[0] with { Payload = Writer.Text("other") }, 7);
        var decided = Decided(Empty with { Known = known }, push);
        Assert.Equal([Verdict.IdWasReused, new Verdict.Accepted(1)], Verdicts(decided));
        Assert.Equal(new RefusedOperation(push.Operations[0], Verdict.IdWasReused), Assert.Single(decided.Refused));
        Assert.Equal(2, decided.Writer.Seq);
    }

    [Fact]
    [Trait("Invariant", "INV-12")]
    public void ATooLargePayload_IsRejected_AndWhatFollowsFlows()
    {
        var large = _writer.Next(payload: new Payload(new byte[WireLimits.PayloadBytesMax + 1]));
        var largest = _writer.Next(payload: new Payload(new byte[WireLimits.PayloadBytesMax]));
        var decided = Decided(Empty, _writer.Push(large, largest));
        Assert.Equal([Verdict.PayloadIsTooLarge, new Verdict.Accepted(1)], Verdicts(decided));
        Assert.Equal(2, decided.Writer.Seq);
        Assert.Single(decided.Refused);
    }

    [Fact]
    [Trait("Invariant", "INV-12")]
    public void ARejectionIsRepeated_WhateverTheContent_AndRecordedOnce()
    {
        var verdict = new Verdict.Rejected("of_old", "An old rule.");
        var push = _writer.PushNext(1);
        var known = new Dictionary<OperationId, KnownOperation> { [push.Operations[0].Id] = new KnownOperation.Refused(verdict) };
        var late = Decided(Empty with { Known = known, Writer = new(1, push.Operations[0].Id) }, push);
        Assert.Equal([verdict], Verdicts(late));
        Assert.Equal(1, late.Writer.Seq);
        Assert.Empty(late.Refused);
        Assert.Equal(1, Decided(Empty with { Known = known }, push).Writer.Seq);
    }

    [Fact]
    [Trait("Invariant", "INV-09")]
    public void OneIdTwiceInOnePush_IsAppendedOnce()
    {
        var id = Writer.Id(3, 3);
        var same = _writer.Push(_writer.Next(id, Writer.Text("a")), _writer.Next(id, Writer.Text("a")), _writer.Next(id));
        var decided = Decided(Empty, same);
        Assert.Equal([new Verdict.Accepted(1), new Verdict.Duplicate(1), Verdict.IdWasReused], Verdicts(decided));
        Assert.Single(decided.Appended);
        Assert.Equal(3, decided.Writer.Seq);
    }

    [Fact]
    [Trait("Invariant", "INV-12")]
    public void ATooLargeOperationTwiceInOnePush_IsRefusedOnce()
    {
        var (id, large) = (Writer.Id(3, 3), new Payload(new byte[WireLimits.PayloadBytesMax + 1]));
        var decided = Decided(Empty, _writer.Push(_writer.Next(id, large), _writer.Next(id, large)));
        Assert.Equal([Verdict.PayloadIsTooLarge, Verdict.PayloadIsTooLarge], Verdicts(decided));
        Assert.Single(decided.Refused);
    }

    [Fact]
    public void NoLogAndNoPush_AreBugs()
    {
        Assert.Throws<ArgumentNullException>("state", () => PushDecider.Decide(null!, _writer.PushNext(1), Noon));
        Assert.Throws<ArgumentNullException>("request", () => PushDecider.Decide(Empty, null!, Noon));
    }

    private static PushDecision.Decided Decided(LogState state, PushRequest push) =>
        Assert.IsType<PushDecision.Decided>(PushDecider.Decide(state, push, Noon));

    private static IEnumerable<Verdict> Verdicts(PushDecision.Decided decided) => decided.Verdicts.Select(one => one.Verdict);

    private static Dictionary<OperationId, KnownOperation> InLog(PushOperation operation, long feedNo) =>
        new() { [operation.Id] = new KnownOperation.InLog(feedNo, operation.Payload.Hash) };

    private static Dictionary<OperationId, KnownOperation> Nothing() => [];
}
