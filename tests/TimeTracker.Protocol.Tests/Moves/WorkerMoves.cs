using TimeTracker.Protocol.Tests.Model;

namespace TimeTracker.Protocol.Tests.Moves;

/// <summary>
/// What workers do. An answer that arrives and what the worker writes then are one step: a worker that stands still
/// in between is an answer that arrives late. A page that is read and written is one step too, where a store has one
/// worker: nothing that could happen in between shows more than the same before or after.
/// </summary>
internal static class WorkerMoves
{
    internal static void AddTo(List<Move> moves, ProtocolCase rules, World world)
    {
        for (var store = 0; store < world.Stores.Count; store++)
        {
            if (world.Stores[store].File is not { } file)
            {
                continue;
            }

            if (file.Lease == StoreFile.Orphaned && !rules.Without(Removal.LeaseExpiry))
            {
                moves.Add(new(new Step.LeaseExpires(store), world.With(store, file with { Lease = StoreFile.Free })));
            }

            for (var worker = 0; worker < rules.Workers; worker++)
            {
                Add(moves, rules, world, store, worker);
            }
        }
    }

    private static void Add(List<Move> moves, ProtocolCase rules, World world, int store, int worker)
    {
        var file = world.Stores[store].Here;
        switch (world.Stores[store].Workers[worker])
        {
            case Worker.Idle when file.Lease == StoreFile.Free || file.Lease == worker:
                AddPush(moves, rules, world, store, worker);
                AddPull(moves, rules, world, store, worker);
                break;
            case Worker.Answered(var reply):
                moves.Add(new(
                    new Step.ApplyReply(store, worker, reply),
                    Writing(rules, world, store, worker, idle => Apply(rules, idle, store, reply))));
                break;
            case Worker.HoldingPage(var page):
                moves.Add(new(
                    new Step.WritePage(store, worker),
                    Writing(rules, world, store, worker, idle => Pulling.Write(rules, idle, store, page))));
                break;
        }
    }

    private static void AddPush(List<Move> moves, ProtocolCase rules, World world, int store, int worker)
    {
        var file = world.Stores[store].Here;
        var pending = Outbox.Pending(file);
        if (pending.Count == 0 || (file.PullsAnew && !rules.Without(Removal.NoPushWhilePullingAnew)))
        {
            return;
        }

        var most = Math.Min(pending.Count, rules.PushMax);
        for (var count = rules.AnyBatch ? 1 : most; count <= most; count++)
        {
            var sent = Sending.Claim(rules, file with { Lease = worker }, pending, count, out var request);
            var sending = world.Stores[store].With(worker, new Worker.Awaiting(request, false)) with { File = sent };
            moves.Add(new(new Step.BeginPush(store, worker, request), world.With(store, sending)));
        }
    }

    private static void AddPull(List<Move> moves, ProtocolCase rules, World world, int store, int worker)
    {
        var leased = world.With(store, world.Stores[store].Here with { Lease = worker });
        var page = Pulling.Read(rules, world.Server, leased.Stores[store].Here);
        if (!Pulling.Changes(rules, leased.Stores[store].Here, page))
        {
            return;
        }

        moves.Add(rules.Workers == 1
            ? new(new Step.PullPage(store, worker), Pulling.Write(rules, leased, store, page))
            : new(
                new Step.ReadPage(store, worker),
                leased.With(store, leased.Stores[store].With(worker, new Worker.HoldingPage(page)))));
    }

    /// <summary>Every write of a worker asks for its lease token; a stale one changes nothing.</summary>
    private static World Writing(ProtocolCase rules, World world, int store, int worker, Func<World, World> write)
    {
        var idle = world.With(store, world.Stores[store].With(worker, Worker.Idle.Instance));
        var holds = world.Stores[store].Here.Lease == worker || rules.Without(Removal.LeaseToken);
        return holds ? write(idle) : idle;
    }

    private static World Apply(ProtocolCase rules, World world, int store, Reply reply) => reply switch
    {
        Reply.Decided(var verdicts) => world.With(store, Sending.Mark(world.Stores[store].Here, verdicts)),
        Reply.OutOfOrder when rules.Without(Removal.NewDeviceOnConflict) => world,
        Reply.OutOfOrder => Identity.TakeNew(rules, world, store, conflict: true),
        Reply.OtherFeed => world.With(store, Pulling.SetAside(rules, world.Stores[store].Here)),
        _ => world,
    };
}
