using TimeTracker.Core.Storage;
using TimeTracker.Core.Sync;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Tests.Sync;

/// <summary>A feed that the server no longer has: what was made on it, and what it had decided.</summary>
[Trait("Invariant", "INV-28")]
public sealed class PullApplierTests : IDisposable
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
    public void OfTwoFeedsThatAreBothGone_NothingClaimsToHaveSeenMoreThanTheyShared()
    {
        _laptop.Bench.Do(Bench.Start("one"));
        Sync(_laptop);
        _laptop.Bench.Do(Bench.Stop());
        Sync(_laptop);
        _laptop.Bench.Do(Bench.Start("two"));

        // Until the new feed is pulled, nobody knows how much it shares with the one before.
        BeginAnew();
        Assert.Equal((2L, 1L), (Seen("outbox"), Seen("feed_aside")));
        BeginAnew();
        Assert.Equal((0L, 0L), (Seen("outbox"), Seen("feed_aside")));
    }

    [Fact]
    public void WhatTheNewFeedLacks_IsFoldedByTheLedgersOrder_ThoughNoPageNamesIt()
    {
        var backup = _server.BackUp();
        var plan = _laptop.Bench.Do(Bench.Start("Plan")).Changed[0].Entry.Id;
        _laptop.Bench.Do(Bench.Stop());
        Sync(_laptop);
        Sync(_phone);

        // The ledger has the laptop's edit first, the feed the phone's.
        _laptop.Bench.Do(new Command.Edit(plan, new Details { Description = "The laptop's" }));
        _phone.Bench.Do(new Command.Edit(plan, new Details { Description = "The phone's" }));
        Sync(_phone);
        Sync(_laptop);
        Assert.Equal("The laptop's", Description(_laptop));
        _server.Restore(backup);
        _server.Mangle = answer => answer is ServerAnswer.Verdicts ? null : answer;
        Assert.IsType<PassOutcome.Failed>(_laptop.Sync(_server));

        Assert.Equal("The phone's", Description(_laptop));
        var state = _laptop.State();
        _laptop.FoldAgain();
        Assert.Equal(state, _laptop.State());
    }

    private void Sync(Replica replica) => Assert.IsType<PassOutcome.Done>(replica.Sync(_server));

    private void BeginAnew()
    {
        using var database = Database.Open(_laptop.Bench.StorePath, StoreSchema.Current);
        using var transaction = database.BeginWrite();
        PullApplier.BeginAnew(transaction);
        Assert.IsType<CommitOutcome.Committed>(transaction.Commit());
    }

    private long Seen(string table) => _laptop.Ask<long>($"SELECT max(seen) FROM {table}");

    private static string Description(Replica replica) => Assert.Single(replica.Bench.All()).Entry.Description.Value;
}
