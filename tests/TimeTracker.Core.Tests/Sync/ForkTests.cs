using TimeTracker.Core.Sync;
using TimeTracker.Domain;

namespace TimeTracker.Core.Tests.Sync;

/// <summary>The worlds differ: answers are lost, stores are put back, the server is restored from a backup.</summary>
public sealed class ForkTests : IDisposable
{
    private readonly ServerInProcess _server = new();
    private readonly Replica _laptop = new();
    private readonly Replica _phone = new();

    public void Dispose()
    {
        _server.Dispose();
        _laptop.Dispose();
        _phone.Dispose();
    }

    [Fact]
    [Trait("Invariant", "INV-08")]
    [Trait("Invariant", "INV-09")]
    [Trait("Fix", "3")]
    [Trait("Fix", "5")]
    public void AnAnswerThatIsLost_DoublesNothing()
    {
        Book(_laptop, "one");
        _server.Mangle = _ => null;
        Assert.IsType<PassOutcome.Failed>(_laptop.Sync(_server));
        Assert.Equal(2L, Unsent(_laptop));
        _server.Mangle = null;
        Quiet();

        Assert.Equal(2, Feed().Count);
        Assert.Equal(["duplicate"], Verdicts(_laptop));
        Assert.Equal(_laptop.State(), _phone.State());
    }

    [Fact]
    [Trait("Invariant", "INV-20")]
    [Trait("Invariant", "INV-11")]
    public void AnOlderCopyPutBack_WritesAsANewDevice_AndNothingOfEitherIsLost()
    {
        Book(_laptop, "one");
        Quiet();
        var copy = Copy(_laptop);
        Book(_laptop, "two");
        Quiet();
        PutBack(_laptop, copy);
        Book(_laptop, "three");
        Quiet();

        Assert.Equal(["one", "three", "two"], Descriptions(_phone));
        Assert.Equal(_laptop.State(), _phone.State());
        Assert.Equal(2L, _laptop.Ask<long>("SELECT count(*) FROM device"));
        Assert.Equal(6, Feed().Count);
    }

    [Fact]
    [Trait("Invariant", "INV-08")]
    public void AServerRestoredFromItsBackup_GetsAgainAllThatItLost()
    {
        Book(_laptop, "one");
        Quiet();
        var backup = _server.BackUp();
        Book(_laptop, "two");
        Book(_phone, "three");
        Quiet();
        _server.Restore(backup);
        Book(_laptop, "four");
        Quiet();
        Quiet();

        Assert.Equal(["four", "one", "three", "two"], Descriptions(_phone));
        Assert.Equal(_laptop.State(), _phone.State());
        Assert.Equal(8, Feed().Count);
        Assert.Equal(8, Feed().Distinct().Count());
        Assert.Equal(0L, Unsent(_laptop) + Unsent(_phone));
    }

    [Fact]
    [Trait("Invariant", "INV-08")]
    public void WhatWasAcceptedAndThenLostByTheServer_BeforeTheFeedBroughtIt_IsSentAgain()
    {
        Book(_laptop, "one");
        Quiet();
        var backup = _server.BackUp();
        Book(_laptop, "two");
        _server.Mangle = answer => answer is ServerAnswer.Page ? null : answer;
        Assert.IsType<PassOutcome.Failed>(_laptop.Sync(_server));
        Assert.Equal(0L, Unsent(_laptop));
        _server.Mangle = null;
        _server.Restore(backup);
        Quiet();

        Assert.Equal(["one", "two"], Descriptions(_phone));
        Assert.Equal(_laptop.State(), _phone.State());
    }

    [Fact]
    [Trait("Invariant", "INV-10")]
    [Trait("Invariant", "INV-12")]
    public void ARejectedOperation_IsParkedWithItsReason_AndTheOthersFlow()
    {
        Book(_laptop, "one");
        var taken = new Guid(_laptop.Ask<byte[]>("SELECT op_id FROM outbox WHERE seq = 1"), bigEndian: true);
        var other = new PushOperation(OperationId.FromMinted(taken), 1, null, 0, false, new Payload([1, 2, 3]));
        _server.Log.Push(_server.User, new(new(Guid.CreateVersion7()), FeedCursor.Start, [other]));
        Book(_laptop, "two");
        Quiet();

        Assert.Equal(["two"], Descriptions(_phone));
        Assert.Equal(["two"], Descriptions(_laptop));
        Assert.StartsWith("id_reused: ", _laptop.Ask<string>("SELECT reason FROM outbox WHERE verdict = 'rejected'"), StringComparison.Ordinal);
        Assert.Equal(0L, Unsent(_laptop));
    }

    [Fact]
    [Trait("Invariant", "INV-14")]
    public void AWorkerWhoseLeaseWasTakenOver_ChangesNothing()
    {
        Book(_laptop, "one");
        _server.Mangle = answer =>
        {
            using var store = new RawStore(_laptop.Bench.StorePath);
            store.Run("UPDATE lease SET holder = 'another', token = token + 1 WHERE name = 'sync'");
            return answer;
        };
        Assert.IsType<PassOutcome.Elsewhere>(_laptop.Sync(_server));
        Assert.Equal(2L, Unsent(_laptop));
    }

    [Fact]
    [Trait("Invariant", "INV-08")]
    public void AnAnswerToAnotherPush_IsNoAcknowledgement()
    {
        Book(_laptop, "one");
        _server.Mangle = answer => answer is ServerAnswer.Verdicts ? new ServerAnswer.Verdicts(new([])) : answer;
        Assert.IsType<PassOutcome.Failed>(_laptop.Sync(_server));
        Assert.Equal(2L, Unsent(_laptop));
    }

    [Fact]
    [Trait("Invariant", "INV-27")]
    public void APageThatLeavesARowOut_ChangesNothing()
    {
        Book(_laptop, "one");
        Quiet();
        Book(_laptop, "two");
        _laptop.Sync(_server);
        var before = _phone.State();
        _server.Mangle = answer => answer is ServerAnswer.Page(var page)
            ? new ServerAnswer.Page(page with { Rows = [.. page.Rows.Skip(1)] })
            : answer;
        Assert.IsType<PassOutcome.Failed>(_phone.Sync(_server));
        Assert.Equal(before, _phone.State());
    }

    private static void Book(Replica replica, string description)
    {
        replica.Bench.Do(Bench.Start(description));
        replica.Bench.Clock.Work(TimeSpan.FromMinutes(1));
        replica.Bench.Do(Bench.Stop());
    }

    private static byte[] Copy(Replica replica)
    {
        using var store = new RawStore(replica.Bench.StorePath);
        store.Run("PRAGMA wal_checkpoint(TRUNCATE)");
        return File.ReadAllBytes(replica.Bench.StorePath);
    }

    /// <summary>Into the same file, so that neither its place nor its identity tells.</summary>
    private static void PutBack(Replica replica, byte[] copy)
    {
        var path = replica.Bench.StorePath;
        replica.Bench.Tracker.Dispose();
        File.WriteAllBytes(path, copy);
        replica.Bench.Reopen();
    }

    private static List<string> Descriptions(Replica replica) =>
        [.. replica.Bench.All().Select(view => view.Entry.Description.Value).Order(StringComparer.Ordinal)];

    private static long Unsent(Replica replica) => replica.Ask<long>("SELECT count(*) FROM outbox WHERE verdict IS NULL");

    private static List<string> Verdicts(Replica replica)
    {
        using var store = new RawStore(replica.Bench.StorePath);
        return store.Rows("SELECT DISTINCT verdict FROM outbox");
    }

    private List<OperationId> Feed() =>
        [.. ((TimeTracker.SyncServer.ChangesOutcome.Page)_server.Log.Changes(_server.User, FeedCursor.Start)).Response.Rows
            .Select(row => row.Operation)];

    private void Quiet()
    {
        foreach (var replica in new[] { _laptop, _phone, _laptop })
        {
            Assert.IsType<PassOutcome.Done>(replica.Sync(_server));
        }
    }
}
