using TimeTracker.Core.Storage;
using TimeTracker.Core.Sync;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Tests.Sync;

/// <summary>One device's store that syncs when told to.</summary>
internal sealed class Replica : IDisposable
{
    internal Bench Bench { get; } = new();

    internal PassOutcome Sync(ISyncServer server)
    {
        using var database = Database.Open(Bench.StorePath, StoreSchema.Current);
        var pass = new SyncPass(database, server, () => Bench.Clock.Reading, "worker");
        return pass.Run(CancellationToken.None).GetAwaiter().GetResult();
    }

    /// <summary>All that a person can see, and what is in conflict: the same on every replica.</summary>
    internal List<string> State()
    {
        using var store = new RawStore(Bench.StorePath);
        return
        [
            .. store.Rows("""
                SELECT 'entry', hex(entry_id), description, hex(project_id), billable, start_utc, start_zone, end_utc, end_zone,
                  certainty, hex(continues), paused, overlap, hex(removed_by)
                FROM entry ORDER BY entry_id
                """),
            .. store.Rows("SELECT 'tag', hex(entry_id), tag FROM entry_tag ORDER BY entry_id, tag"),
            .. store.Rows("SELECT 'project', hex(project_id), name, removed FROM project ORDER BY project_id"),
            .. store.Rows("SELECT 'question', hex(gap_id), hex(entry_id), kind, from_utc, to_utc, answer, removed FROM question ORDER BY gap_id"),
            .. store.Rows("SELECT 'conflict', hex(entity_id), field, hex(winner), hex(loser) FROM conflict ORDER BY entity_id, field, loser"),
        ];
    }

    internal T Ask<T>(string sql)
    {
        using var store = new RawStore(Bench.StorePath);
        return store.Ask<T>(sql);
    }

    /// <summary>The projections made again from the ledger, which must change nothing.</summary>
    internal void FoldAgain()
    {
        using var database = Database.Open(Bench.StorePath, StoreSchema.Current);
        using var transaction = database.BeginWrite();
        Projection.Rebuild(transaction);
        Assert.IsType<CommitOutcome.Committed>(transaction.Commit());
    }

    public void Dispose() => Bench.Dispose();
}
