using TimeTracker.Protocol.Tests.Model;

namespace TimeTracker.Protocol.Tests.Moves;

/// <summary>What can happen to messages, and to a server in the middle of its work.</summary>
internal static class NetworkFaults
{
    internal static void AddTo(List<Move> moves, ProtocolCase rules, World world)
    {
        for (var store = 0; store < world.Stores.Count; store++)
        {
            for (var worker = 0; worker < rules.Workers; worker++)
            {
                switch (world.Stores[store].Workers[worker])
                {
                    case Worker.Awaiting(var request, false):
                        AddToRequest(moves, rules, world, new(store, worker), request);
                        break;
                    case Worker.Answered when world.Faults.Left(Fault.LostMessage) > 0:
                        moves.Add(new(
                            new Step.LoseReply(store, worker),
                            Retry(rules, world, store, worker).Spending(Fault.LostMessage)));
                        break;
                }
            }
        }

        AddToServer(moves, rules, world);
    }

    private static void AddToRequest(
        List<Move> moves, ProtocolCase rules, World world, Sender from, PushRequest request)
    {
        var (store, worker) = from;
        if (world.Faults.Left(Fault.LostMessage) > 0)
        {
            moves.Add(new(
                new Step.LoseRequest(store, worker),
                Retry(rules, world, store, worker).Spending(Fault.LostMessage)));
        }

        if (world.Faults.Left(Fault.DuplicatedMessage) > 0)
        {
            moves.Add(new(
                new Step.Duplicate(store, worker),
                (world with { Late = world.Late.Add(request) }).Spending(Fault.DuplicatedMessage)));
        }

        if (world.Faults.Left(Fault.Error500) > 0)
        {
            var failed = rules.Without(Removal.NeverStoring5xx) ? Storing500(world, request) : world;
            moves.Add(new(
                new Step.Answer500(store, worker),
                Retry(rules, failed, store, worker, timeout: false).Spending(Fault.Error500)));
        }

        if (world.Faults.Left(Fault.LateRequest) > 0)
        {
            var late = Retry(rules, world, store, worker) with { Late = world.Late.Add(request) };
            moves.Add(new(new Step.TimeOut(store, worker), late.Spending(Fault.LateRequest)));
        }
    }

    private static void AddToServer(List<Move> moves, ProtocolCase rules, World world)
    {
        if (world.Faults.Left(Fault.ServerCrash) > 0 && HasWork(world))
        {
            moves.Add(new(new Step.CrashServer(), Crashed(rules, world).Spending(Fault.ServerCrash)));
        }

        if (rules.Without(Removal.KeysForEver) && world.Server.Journal.Any(entry => entry.HasKey))
        {
            Seq<JournalEntry> forgotten = [.. world.Server.Journal.Select(entry => entry with { HasKey = false })];
            moves.Add(new(new Step.KeysExpire(), world with { Server = world.Server.With(forgotten) }));
        }
    }

    private static World Retry(ProtocolCase rules, World world, int store, int worker, bool timeout = true)
    {
        Worker next = timeout && rules.Without(Removal.RetryAfterTimeout) ? new Worker.GaveUp() : Worker.Idle.Instance;
        return world.With(store, world.Stores[store].With(worker, next));
    }

    private static World Storing500(World world, PushRequest request)
    {
        var entries = request.Operations.Select(operation =>
            new JournalEntry(EntryKind.Failed, operation, request.Device, world.Server.Era));
        return world with { Server = world.Server.Noting([.. entries]) };
    }

    private static bool HasWork(World world) =>
        world.Server.InHand.Count > 0
        || world.Stores.Any(store => store.Workers.Any(worker => worker is Worker.Answered));

    /// <summary>What it had in hand is gone, and each worker that waits for an answer gets none.</summary>
    private static World Crashed(ProtocolCase rules, World world)
    {
        for (var store = 0; store < world.Stores.Count; store++)
        {
            for (var worker = 0; worker < rules.Workers; worker++)
            {
                world = world.Stores[store].Workers[worker] is Worker.Answered or Worker.Awaiting(_, true)
                    ? Retry(rules, world, store, worker)
                    : world;
            }
        }

        return world with { Server = world.Server with { InHand = [] } };
    }
}
