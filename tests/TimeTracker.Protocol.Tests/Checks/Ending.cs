using TimeTracker.Protocol.Tests.Model;
using TimeTracker.Protocol.Tests.Moves;

namespace TimeTracker.Protocol.Tests.Checks;

/// <summary>Where every run should end.</summary>
internal static class Ending
{
    /// <summary>
    /// Everything was committed and sent, each operation that is owed is in the log, each store has the whole log, and
    /// all stores have one state.
    /// </summary>
    internal static bool IsFinished(ProtocolCase rules, World world) =>
        IsQuiet(world) && Missing(rules, world) == 0 && AreEqual(rules, world);

    /// <summary>What it is that ends here and is not finished.</summary>
    internal static Violation Of(ProtocolCase rules, World world) =>
        !IsQuiet(world) ? new(ViolationKind.Stuck, "nothing goes on, and not all was sent and answered")
        : Missing(rules, world) is var missing and not 0
            ? new(ViolationKind.NeverArrives, $"all is quiet, and {Names.Of(missing)} is not in the log")
            : new(ViolationKind.Diverged, "all is quiet, and the replicas differ");

    private static bool IsQuiet(World world) => world.Late.Count == 0 && world.Stores.All(store =>
        store.Halfway == 0
        && store.Workers.All(worker => worker is Worker.Idle)
        && store.File is not { PullsAnew: true }
        && (store.File is null || Outbox.Pending(store.File).Count == 0));

    private static int Missing(ProtocolCase rules, World world)
    {
        var wanted = world.Facts.Owed;
        foreach (var store in world.Stores)
        {
            foreach (var entry in store.File?.Ledger ?? [])
            {
                wanted |= Facts.Bit(entry.Op);
            }
        }

        for (var op = 1; op <= rules.Operations; op++)
        {
            wanted &= rules.IsRefusable(op) || world.Server.Log.Any(row => row.Op == op) ? ~Facts.Bit(op) : ~0;
        }

        return wanted;
    }

    private static bool AreEqual(ProtocolCase rules, World world) => world.Stores.All(store =>
        store.File is null
        || (store.File.Feed.Equals(world.Server.Log)
            && Fold.Of(rules, store.File).SequenceEqual(world.Server.Log.Select(row => row.Op))));
}
