using TimeTracker.Protocol.Tests.Model;

namespace TimeTracker.Protocol.Tests.Moves;

/// <summary>What can happen to processes.</summary>
internal static class WorkerFaults
{
    internal static void AddTo(List<Move> moves, ProtocolCase rules, World world)
    {
        for (var store = 0; store < world.Stores.Count; store++)
        {
            if (world.Stores[store].File is null)
            {
                continue;
            }

            for (var worker = 0; worker < rules.Workers; worker++)
            {
                Add(moves, world, store, worker);
            }

            AddEndOfAll(moves, rules, world, store);
        }
    }

    /// <summary>All processes on a store end; their requests may still arrive.</summary>
    internal static World EndProcesses(World world, int store)
    {
        for (var worker = 0; worker < world.Stores[store].Workers.Count; worker++)
        {
            world = EndProcess(world, store, worker);
        }

        var ended = world.Stores[store] with { Halfway = 0, File = world.Stores[store].File?.Abandoned() };
        return world.With(store, ended);
    }

    private static void Add(List<Move> moves, World world, int store, int worker)
    {
        if (world.Stores[store].Workers[worker] is Worker.Idle)
        {
            return;
        }

        var file = world.Stores[store].Here;
        if (world.Faults.Left(Fault.Kill) > 0)
        {
            var ended = EndProcess(world, store, worker).Spending(Fault.Kill);
            moves.Add(new(
                new Step.Kill(store, worker), file.Lease == worker ? ended.With(store, file.Abandoned()) : ended));
        }

        if (world.Faults.Left(Fault.LeaseTakenOver) > 0 && file.Lease == worker)
        {
            moves.Add(new(
                new Step.TakeOver(store, worker),
                world.With(store, file with { Lease = StoreFile.Free }).Spending(Fault.LeaseTakenOver)));
        }
    }

    private static void AddEndOfAll(List<Move> moves, ProtocolCase rules, World world, int store)
    {
        if (world.Faults.Left(Fault.Kill) > 0 && world.Stores[store].Halfway > 0)
        {
            moves.Add(new(
                new Step.KillCommand(store),
                world.With(store, world.Stores[store] with { Halfway = 0 }).Spending(Fault.Kill)));
        }

        if (world.Faults.Left(Fault.PowerLoss) > 0)
        {
            var ended = EndProcesses(world, store).Spending(Fault.PowerLoss);
            var lost = rules.Without(Removal.SynchronousFull)
                ? ended.With(store, WithoutLatest(ended.Stores[store].Here))
                : ended;
            moves.Add(new(new Step.PowerLoss(store), lost));
        }
    }

    private static World EndProcess(World world, int store, int worker)
    {
        var late = world.Stores[store].Workers[worker] is Worker.Awaiting(var request, false)
            ? world.Late.Add(request)
            : world.Late;
        return world.With(store, world.Stores[store].With(worker, Worker.Idle.Instance)) with { Late = late };
    }

    /// <summary>The latest commit was not on the disk.</summary>
    private static StoreFile WithoutLatest(StoreFile file) =>
        file.Ledger.Count > 0
        && file.Ledger[^1] is { Own: true } latest
        && file.RowOf(latest.Op)?.Verdict == Verdict.None
            ? file with
            {
                Ledger = file.Ledger.First(file.Ledger.Count - 1),
                Outbox = [.. file.Outbox.Where(row => row.Op != latest.Op)],
            }
            : file;
}
