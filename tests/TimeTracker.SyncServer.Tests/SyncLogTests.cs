using TimeTracker.Domain;
using TimeTracker.SyncServer.Pushing;
using TimeTracker.SyncServer.Tests.Rig;
using TimeTracker.TestKit;

namespace TimeTracker.SyncServer.Tests;

/// <summary>What holds for a log whichever database keeps it.</summary>
public sealed class SyncLogTests : IDisposable
{
    private readonly Writer _laptop = new(1);

    private Bench _bench = null!;

    public void Dispose() => _bench?.Dispose();

    [RequiresFact(Requirement.PostgreSql)]
    public void PostgreSql_IsTestedToo() => Assert.NotNull(PostgresServer.Programs);

    [Theory, Stores]
    public void APush_IsReadBackAsItWasSent(StoreKind store)
    {
        Open(store);
        var push = _laptop.PushNext(3);
        Assert.True(Done(push).Answers(push));
        var rows = _bench.Everything();
        Assert.Equal(push.Operations.Select(one => (one.Id, one.Payload)), rows.Select(row => (row.Operation, row.Payload)));
        Assert.All(rows, row => Assert.Equal((_laptop.Device, 0L, false), (row.Device, row.Seen, row.Relayed)));
        Assert.All(rows, row => Assert.Equal(_bench.Clock.GetUtcNow(), row.Received.ToDateTimeOffset(TimeSpan.Zero)));
    }

    [Theory, Stores]
    [Trait("Invariant", "INV-09")]
    public void ARepeatedPush_IsOneEffect(StoreKind store)
    {
        Open(store);
        var push = _laptop.PushNext(2);
        Done(push);
        Assert.Equal([new Verdict.Duplicate(1), new Verdict.Duplicate(2)], Verdicts(push));
        Assert.Equal(2, _bench.Everything().Count);
        Assert.Equal([new Verdict.Accepted(3)], Verdicts(_laptop.PushNext(1)));
    }

    [Theory, Stores]
    [Trait("Invariant", "INV-09")]
    public void AnOperationUnderANewNumber_IsADuplicate(StoreKind store)
    {
        Open(store);
        Done(_laptop.PushNext(2));
        var other = new Writer(2);
        var again = other.Push(other.Next(Writer.Id(1, 2), Writer.Text("1:2")), other.Next());
        Assert.Equal([new Verdict.Duplicate(2), new Verdict.Accepted(3)], Verdicts(again));
    }

    [Theory, Stores]
    [Trait("Invariant", "INV-10")]
    public void AKnownIdWithOtherContent_IsRejectedAgainAndAgain_WithNoEffect(StoreKind store)
    {
        Open(store);
        Done(_laptop.PushNext(1));
        var forged = _laptop.Push(_laptop.Next(Writer.Id(1, 1), Writer.Text("forged")), _laptop.Next());
        Assert.Equal([Verdict.IdWasReused, new Verdict.Accepted(2)], Verdicts(forged));
        Assert.Equal([Verdict.IdWasReused, new Verdict.Duplicate(2)], Verdicts(forged));
        Assert.Equal(Writer.Text("1:1"), _bench.Everything()[0].Payload);
        var good = new Writer(2);
        Assert.Equal([new Verdict.Duplicate(1)], Verdicts(good.Push(good.Next(Writer.Id(1, 1), Writer.Text("1:1")))));
    }

    [Theory, Stores]
    [Trait("Invariant", "INV-12")]
    public void ATooLargePayload_IsRejectedForEver_AndUsesUpItsNumber(StoreKind store)
    {
        Open(store);
        var large = _laptop.Push(_laptop.Next(payload: new Payload(new byte[WireLimits.PayloadBytesMax + 1])), _laptop.Next());
        Assert.Equal([Verdict.PayloadIsTooLarge, new Verdict.Accepted(1)], Verdicts(large));
        Assert.Equal([Verdict.PayloadIsTooLarge, new Verdict.Duplicate(1)], Verdicts(large));
        var other = new Writer(2);
        Assert.Equal(
            [Verdict.PayloadIsTooLarge, new Verdict.Accepted(2)],
            Verdicts(other.Push(other.Next(large.Operations[0].Id, Writer.Text("small")), other.Next())));
    }

    [Theory, Stores]
    [Trait("Invariant", "INV-11")]
    public void AGapAWrongPredecessorAndAnotherChain_HaveNoEffect(StoreKind store)
    {
        Open(store);
        Done(_laptop.PushNext(1));
        var (second, third) = (_laptop.Next(), _laptop.Next());
        Assert.Equal(new PushOutcome.OutOfOrder(1), _bench.Log.Push(_bench.Anna, _laptop.Push(third)));
        Assert.Equal(
            new PushOutcome.OutOfOrder(1),
            _bench.Log.Push(_bench.Anna, _laptop.Push(second, third with { Previous = Writer.Id(9, 9) })));
        _laptop.Cursor = new(1, Writer.Text("another feed").Hash);
        Assert.IsType<PushOutcome.OtherFeed>(_bench.Log.Push(_bench.Anna, _laptop.Push(second)));
        _laptop.Cursor = new(2, default);
        Assert.IsType<PushOutcome.OtherFeed>(_bench.Log.Push(_bench.Anna, _laptop.Push(second)));
        Assert.Single(_bench.Everything());
        _laptop.Cursor = FeedCursor.Start;
        Assert.Equal([new Verdict.Accepted(2), new Verdict.Accepted(3)], Verdicts(_laptop.Push(second, third)));
    }

    [Theory, Stores]
    public void APage_EndsAtItsLimits(StoreKind store)
    {
        Open(store);
        Done(_laptop.PushNext(5));
        var page = Page(FeedCursor.Start, 2);
        Assert.Equal([1, 2], page.Rows.Select(row => row.FeedNo));
        Assert.True(page.HasMore && page.Follows(FeedCursor.Start));
        var rest = Page(page.Rows[1].Cursor, 3);
        Assert.Equal([3, 4, 5], rest.Rows.Select(row => row.FeedNo));
        Assert.True(!rest.HasMore && rest.Follows(page.Rows[1].Cursor));
        Assert.Empty(Page(rest.Rows[2].Cursor, 1).Rows);
        Assert.IsType<ChangesOutcome.OtherFeed>(_bench.Log.Changes(_bench.Anna, new(6, default)));
        Assert.IsType<ChangesOutcome.OtherFeed>(_bench.Log.Changes(_bench.Anna, new(5, default)));

        var payload = new Payload(new byte[WireLimits.PayloadBytesMax]);
        for (var index = 0; index < 2; index++)
        {
            Done(_laptop.Push([.. Enumerable.Range(0, 40).Select(_ => _laptop.Next(payload: payload))]));
        }

        Assert.Equal(WireLimits.PagePayloadBytesMax / payload.Length, Page(rest.Rows[2].Cursor, 500).Rows.Count);
    }

    [Theory, Stores]
    public void AnotherUsersLog_IsNotThere(StoreKind store)
    {
        Open(store);
        var push = _laptop.PushNext(2);
        Done(push);
        var ben = _bench.Accounts.Add("ben")!.Value;
        Assert.Empty(_bench.Everything(ben));

        // The same device id, numbers and operation ids are another thing in another user's log.
        var same = new Writer(1);
        var outcome = _bench.Log.Push(ben, same.Push(same.Next(payload: Writer.Text("ben's"))));
        Assert.Equal([new Verdict.Accepted(1)], ((PushOutcome.Done)outcome).Response.Verdicts.Select(one => one.Verdict));
        Assert.Equal(2, _bench.Everything().Count);
        Assert.True(_bench.Accounts.Delete("ben"));
        Assert.False(_bench.Accounts.Delete("ben"));
        Assert.IsType<PushOutcome.NoUser>(_bench.Log.Push(ben, same.Push(same.Next())));
        Assert.IsType<ChangesOutcome.NoUser>(_bench.Log.Changes(ben, FeedCursor.Start));
        Assert.Equal(2, _bench.Everything().Count);
    }

    [Theory, Stores]
    [Trait("Invariant", "INV-09")]
    public void TheLog_IsAppendOnly(StoreKind store)
    {
        Open(store);
        Done(_laptop.PushNext(2));
        Assert.Contains("never changed", Refused("UPDATE operation SET seen = 0"), StringComparison.Ordinal);
        Assert.Contains("never leaves", Refused("DELETE FROM operation"), StringComparison.Ordinal);
        Assert.Contains("twice", Refused("UPDATE account SET feed_no = 1"), StringComparison.Ordinal);
        Assert.Contains("used up once", Refused("UPDATE writer SET seq = 1"), StringComparison.Ordinal);
        Assert.Contains("no holes", Refused("""
            INSERT INTO operation SELECT user_id, 4, user_id, device_id, 3, 0, 0, payload, payload_hash, received_utc, chain
            FROM operation WHERE feed_no = 1
            """), StringComparison.Ordinal);
    }

    /// <summary>
    /// Two devices push through two servers on one database while someone pulls through a third: what the puller has
    /// read, page by page, is the whole log in its order.
    /// </summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Reliability", "CA2025", Justification = "All tasks are awaited.")]
    [Theory, Stores]
    [Trait("Invariant", "INV-27")]
    public async Task ACursor_PassesNothing(StoreKind store)
    {
        Open(store);
        const int pushes = 40;
        const int operations = 5;
        using var first = _bench.OpenAgain();
        using var second = _bench.OpenAgain();
        var writers = new[] { first, second }.Select((store, index) => Task.Run(() =>
        {
            var (log, writer) = (new SyncLog(store, _bench.Clock), new Writer(index + 1));
            for (var push = 0; push < pushes; push++)
            {
                Assert.IsType<PushOutcome.Done>(log.Push(_bench.Anna, writer.PushNext(operations)));
            }
        })).ToList();
        var writing = Task.WhenAll(writers);
        var (cursor, pulled) = (FeedCursor.Start, new List<FeedRow>());
        while (pulled.Count < 2 * pushes * operations && !(writing.IsFaulted))
        {
            var page = Page(cursor, 7);
            Assert.True(page.Follows(cursor));
            pulled.AddRange(page.Rows);
            cursor = pulled.Count > 0 ? pulled[^1].Cursor : cursor;
        }

        await writing;
        Assert.Equal(_bench.Everything(), pulled);
        Assert.Equal(pulled.Count, pulled.DistinctBy(row => row.Operation).Count());
        Assert.All(pulled.GroupBy(row => row.Device), device => Assert.Equal(device.OrderBy(row => row.Operation.Value), device));
    }

    /// <summary>One push arrives many times at once, through two servers: one of them appends.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Reliability", "CA2025", Justification = "All tasks are awaited.")]
    [Theory, Stores]
    [Trait("Invariant", "INV-09")]
    public async Task OnePushAtOnceManyTimes_IsOneEffect(StoreKind store)
    {
        Open(store);
        using var other = _bench.OpenAgain();
        var logs = new[] { _bench.Log, new SyncLog(other, _bench.Clock) };
        for (var round = 0; round < 5; round++)
        {
            var push = _laptop.PushNext(3);
            var outcomes = await Task.WhenAll(
                Enumerable.Range(0, 8).Select(index => Task.Run(() => logs[index % 2].Push(_bench.Anna, push))));
            Assert.Single(outcomes, outcome => outcome is PushOutcome.Done done
                && done.Response.Verdicts.All(one => one.Verdict is Verdict.Accepted));
        }

        Assert.Equal(15, _bench.Everything().Count);
    }

    private void Open(StoreKind store) => _bench = new(store);

    private string Refused(string sql) => Assert.ThrowsAny<System.Data.Common.DbException>(() =>
        _bench.Store.Write(transaction => transaction.Command(sql).ExecuteNonQuery())).Message;

    private PushResponse Done(PushRequest push) =>
        Assert.IsType<PushOutcome.Done>(_bench.Log.Push(_bench.Anna, push)).Response;

    private IEnumerable<Verdict> Verdicts(PushRequest push) => Done(push).Verdicts.Select(one => one.Verdict);

    private ChangesResponse Page(FeedCursor after, int rowsMax) =>
        Assert.IsType<ChangesOutcome.Page>(_bench.Log.Changes(_bench.Anna, after, rowsMax)).Response;
}
