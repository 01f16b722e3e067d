using TimeTracker.Core.Storage;
using TimeTracker.Core.Sync;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Tests.Sync;

/// <summary>A feed that the server no longer has: what was made on it, and what it had decided.</summary>
[Trait("Invariant", "INV-28")]
public sealed class PullApplierTests : TwoReplicas
{
    [Fact]
    public void OfTwoFeedsThatAreBothGone_NothingClaimsToHaveSeenMoreThanTheyShared()
    {
        Laptop.Bench.Do(Bench.Start("one"));
        Sync(Laptop);
        Laptop.Bench.Do(Bench.Stop());
        Sync(Laptop);
        Laptop.Bench.Do(Bench.Start("two"));

        // Until the new feed is pulled, nobody knows how much it shares with the one before.
        BeginAnew();
        Assert.Equal((2L, 1L), (Seen("outbox"), Seen("feed_aside")));
        BeginAnew();
        Assert.Equal((0L, 0L), (Seen("outbox"), Seen("feed_aside")));
    }

    [Fact]
    public void WhatTheNewFeedLacks_IsFoldedByTheLedgersOrder_ThoughNoPageNamesIt()
    {
        var backup = Server.BackUp();
        var plan = Laptop.Bench.Do(Bench.Start("Plan")).Changed[0].Entry.Id;
        Laptop.Bench.Do(Bench.Stop());
        Sync(Laptop);
        Sync(Phone);

        // The ledger has the laptop's edit first, the feed the phone's.
        Laptop.Bench.Do(new Command.Edit(plan, new Details { Description = "The laptop's" }));
        Phone.Bench.Do(new Command.Edit(plan, new Details { Description = "The phone's" }));
        Sync(Phone);
        Sync(Laptop);
        Assert.Equal("The laptop's", Description(Laptop));
        Server.Restore(backup);
        Server.Mangle = answer => answer is ServerAnswer.Verdicts ? null : answer;
        Assert.IsType<PassOutcome.Failed>(Laptop.Sync(Server));

        Assert.Equal("The phone's", Description(Laptop));
        var state = Laptop.State();
        Laptop.FoldAgain();
        Assert.Equal(state, Laptop.State());
    }

    private void Sync(Replica replica) => Assert.IsType<PassOutcome.Done>(replica.Sync(Server));

    private void BeginAnew()
    {
        using var database = Database.Open(Laptop.Bench.StorePath, StoreSchema.Current);
        using var transaction = database.BeginWrite();
        PullApplier.BeginAnew(transaction);
        Assert.IsType<CommitOutcome.Committed>(transaction.Commit());
    }

    private long Seen(string table) => Laptop.Ask<long>($"SELECT max(seen) FROM {table}");

    private static string Description(Replica replica) => Assert.Single(replica.Bench.All()).Entry.Description.Value;
}
