using TimeTracker.Core.Sync;
using TimeTracker.Domain;

namespace TimeTracker.Core.Tests.Sync;

/// <summary>The worlds differ: answers are lost, stores are put back, the server is restored from a backup.</summary>
public sealed class ForkTests : TwoReplicas
{
    [Fact]
    [Trait("Invariant", "INV-08")]
    [Trait("Invariant", "INV-09")]
    [Trait("Fix", "3")]
    [Trait("Fix", "5")]
    public void AnAnswerThatIsLost_DoublesNothing()
    {
        Book(Laptop, "one");
        Server.Mangle = _ => null;
        Assert.IsType<PassOutcome.Failed>(Laptop.Sync(Server));
        Assert.Equal(2L, Unsent(Laptop));
        Server.Mangle = null;
        Quiet();

        Assert.Equal(2, Feed().Count);
        Assert.Equal(["duplicate"], Verdicts(Laptop));
        Assert.Equal(Laptop.State(), Phone.State());
    }

    [Fact]
    [Trait("Invariant", "INV-20")]
    [Trait("Invariant", "INV-11")]
    public void AnOlderCopyPutBack_WritesAsANewDevice_AndNothingOfEitherIsLost()
    {
        Book(Laptop, "one");
        Quiet();
        var copy = Copy(Laptop);
        Book(Laptop, "two");
        Quiet();
        PutBack(Laptop, copy);
        Book(Laptop, "three");
        Quiet();

        Assert.Equal(["one", "three", "two"], Descriptions(Phone));
        Assert.Equal(Laptop.State(), Phone.State());
        Assert.Equal(2L, Laptop.Ask<long>("SELECT count(*) FROM device"));
        Assert.Equal(6, Feed().Count);
    }

    [Fact]
    [Trait("Invariant", "INV-08")]
    public void AServerRestoredFromItsBackup_GetsAgainAllThatItLost()
    {
        Book(Laptop, "one");
        Quiet();
        var backup = Server.BackUp();
        Book(Laptop, "two");
        Book(Phone, "three");
        Quiet();
        Server.Restore(backup);
        Book(Laptop, "four");
        Quiet();
        Quiet();

        Assert.Equal(["four", "one", "three", "two"], Descriptions(Phone));
        Assert.Equal(Laptop.State(), Phone.State());
        Assert.Equal(8, Feed().Count);
        Assert.Equal(8, Feed().Distinct().Count());
        Assert.Equal(0L, Unsent(Laptop) + Unsent(Phone));
    }

    [Fact]
    [Trait("Invariant", "INV-08")]
    public void WhatWasAcceptedAndThenLostByTheServer_BeforeTheFeedBroughtIt_IsSentAgain()
    {
        Book(Laptop, "one");
        Quiet();
        var backup = Server.BackUp();
        Book(Laptop, "two");
        Server.Mangle = answer => answer is ServerAnswer.Page ? null : answer;
        Assert.IsType<PassOutcome.Failed>(Laptop.Sync(Server));
        Assert.Equal(0L, Unsent(Laptop));
        Server.Mangle = null;
        Server.Restore(backup);
        Quiet();

        Assert.Equal(["one", "two"], Descriptions(Phone));
        Assert.Equal(Laptop.State(), Phone.State());
    }

    [Fact]
    [Trait("Invariant", "INV-10")]
    [Trait("Invariant", "INV-12")]
    public void ARejectedOperation_IsParkedWithItsReason_AndTheOthersFlow()
    {
        Book(Laptop, "one");
        var taken = new Guid(Laptop.Ask<byte[]>("SELECT op_id FROM outbox WHERE seq = 1"), bigEndian: true);
        var other = new PushOperation(OperationId.FromMinted(taken), 1, null, 0, false, new Payload([1, 2, 3]));
        Server.Log.Push(Server.User, new(new(Guid.CreateVersion7()), FeedCursor.Start, [other]));
        Book(Laptop, "two");
        Quiet();

        Assert.Equal(["two"], Descriptions(Phone));
        Assert.Equal(["two"], Descriptions(Laptop));
        Assert.StartsWith("id_reused: ", Laptop.Ask<string>("SELECT reason FROM outbox WHERE verdict = 'rejected'"), StringComparison.Ordinal);
        Assert.Equal(0L, Unsent(Laptop));
    }

    [Fact]
    [Trait("Invariant", "INV-14")]
    public void AWorkerWhoseLeaseWasTakenOver_ChangesNothing()
    {
        Book(Laptop, "one");
        Server.Mangle = answer =>
        {
            using var store = new RawStore(Laptop.Bench.StorePath);
            store.Run("UPDATE lease SET holder = 'another', token = token + 1 WHERE name = 'sync'");
            return answer;
        };
        Assert.IsType<PassOutcome.Elsewhere>(Laptop.Sync(Server));
        Assert.Equal(2L, Unsent(Laptop));
    }

    [Fact]
    [Trait("Invariant", "INV-08")]
    public void AnAnswerToAnotherPush_IsNoAcknowledgement()
    {
        Book(Laptop, "one");
        Server.Mangle = answer => answer is ServerAnswer.Verdicts ? new ServerAnswer.Verdicts(new([])) : answer;
        Assert.IsType<PassOutcome.Failed>(Laptop.Sync(Server));
        Assert.Equal(2L, Unsent(Laptop));
    }

    [Fact]
    [Trait("Invariant", "INV-27")]
    public void APageThatLeavesARowOut_ChangesNothing()
    {
        Book(Laptop, "one");
        Quiet();
        Book(Laptop, "two");
        Laptop.Sync(Server);
        var before = Phone.State();
        Server.Mangle = answer => answer is ServerAnswer.Page(var page)
            ? new ServerAnswer.Page(page with { Rows = [.. page.Rows.Skip(1)] })
            : answer;
        Assert.IsType<PassOutcome.Failed>(Phone.Sync(Server));
        Assert.Equal(before, Phone.State());
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
        [.. ((TimeTracker.SyncServer.ChangesOutcome.Page)Server.Log.Changes(Server.User, FeedCursor.Start)).Response.Rows
            .Select(row => row.Operation)];
}
