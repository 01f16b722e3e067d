using TimeTracker.Protocol.Tests.Model;

namespace TimeTracker.Protocol.Tests.Moves;

/// <summary>What people do with copies: of a store, and of the server.</summary>
internal static class RestoreFaults
{
    internal static void AddTo(List<Move> moves, ProtocolCase rules, World world)
    {
        for (var store = 0; store < world.Stores.Count; store++)
        {
            if (world.Stores[store].File is not null)
            {
                AddPuttingBack(moves, world, store);
                AddCopying(moves, rules, world, store);
            }
        }

        AddServer(moves, world);
    }

    private static void AddPuttingBack(List<Move> moves, World world, int store)
    {
        var place = world.Stores[store];
        if (world.Faults.Left(Fault.StorePutBack) == 0)
        {
            return;
        }

        if (place.Kept is { } kept)
        {
            var ended = WorkerFaults.EndProcesses(world, store);
            var restored = ended.With(store, ended.Stores[store] with { File = kept, Kept = null });
            moves.Add(new(new Step.RestoreStore(store), Forgiving(restored.Spending(Fault.StorePutBack))));
        }
        else
        {
            moves.Add(new(
                new Step.KeepCopy(store), world.With(store, place with { Kept = place.Here.Abandoned() })));
        }
    }

    private static void AddCopying(List<Move> moves, ProtocolCase rules, World world, int from)
    {
        for (var to = 0; to < world.Stores.Count && world.Faults.Left(Fault.StoreCopied) > 0; to++)
        {
            if (world.Stores[to].File is null)
            {
                var copied = world.With(to, world.Stores[from].Here.Abandoned()).Spending(Fault.StoreCopied);
                moves.Add(new(new Step.CopyStore(from, to, Noticed: false), copied));
                moves.Add(new(
                    new Step.CopyStore(from, to, Noticed: true), Identity.TakeNew(rules, copied, to, conflict: true)));
            }
        }
    }

    private static void AddServer(List<Move> moves, World world)
    {
        if (world.Faults.Left(Fault.ServerRestored) == 0)
        {
            return;
        }

        var (journal, abandoned) = (world.Server.Journal, world.Server.Abandoned);
        for (var length = 0; length < journal.Count; length++)
        {
            moves.Add(new(new Step.RestoreServer(length, Newer: false), Restored(world, journal.First(length))));
        }

        for (var length = journal.Span.CommonPrefixLength(abandoned.Span) + 1; length <= abandoned.Count; length++)
        {
            moves.Add(new(new Step.RestoreServer(length, Newer: true), Restored(world, abandoned.First(length))));
        }
    }

    private static World Restored(World world, Seq<JournalEntry> backup)
    {
        var spent = world.Spending(Fault.ServerRestored);
        var isLast = spent.Faults.Left(Fault.ServerRestored) == 0;
        return Forgiving(spent with { Server = spent.Server.RestoredTo(backup, isLast) });
    }

    /// <summary>What went with everything that held it is owed by nobody.</summary>
    private static World Forgiving(World world) =>
        world with { Facts = world.Facts with { Owed = world.Facts.Owed & world.Held() } };
}
