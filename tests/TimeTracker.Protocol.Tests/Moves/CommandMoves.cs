using TimeTracker.Protocol.Tests.Model;

namespace TimeTracker.Protocol.Tests.Moves;

/// <summary>
/// What commands do: state and outbox row in one transaction, then the acknowledgement. Between COMMIT and the
/// acknowledgement nothing can happen that the user could tell from a kill before he looked, so they are one step.
/// </summary>
internal static class CommandMoves
{
    internal static void AddTo(List<Move> moves, ProtocolCase rules, World world)
    {
        for (var store = 0; store < world.Stores.Count; store++)
        {
            if (world.Stores[store].Halfway is var half and > 0)
            {
                moves.Add(new(new Step.FinishCommit(store, half), Finish(rules, world, store, half)));
            }
            else if (world.Stores[store].File is not null && NextOf(rules, world, store) is var op and > 0)
            {
                moves.Add(new(new Step.Commit(store, op), Begin(rules, world, store, op)));
            }
        }
    }

    private static int NextOf(ProtocolCase rules, World world, int store)
    {
        for (var op = 1; op <= rules.Operations; op++)
        {
            if (rules.AuthorOf(op) == store && (world.Facts.Begun & Facts.Bit(op)) == 0)
            {
                return op;
            }
        }

        return 0;
    }

    private static World Begin(ProtocolCase rules, World world, int store, int op)
    {
        var begun = world with
        {
            Facts = world.Facts with
            {
                Begun = world.Facts.Begun | Facts.Bit(op),
                Knows = world.Facts.Knows.Replace(op - 1, Known(world.Stores[store].Here)),
            },
        };
        return rules.Removal switch
        {
            Removal.OneTransactionStateFirst => Halfway(WriteState(begun, store, op), store, op),
            Removal.OneTransactionOutboxFirst => Halfway(WriteRow(begun, store, op), store, op),
            Removal.AcknowledgingAfterCommit => Halfway(Acknowledge(begun, op), store, op),
            Removal.RandomKey when IsSwallowed(rules, begun.Stores[store].Here, op) => Acknowledge(begun, op),
            _ => Acknowledge(WriteRow(WriteState(begun, store, op), store, op), op),
        };
    }

    private static World Finish(ProtocolCase rules, World world, int store, int op)
    {
        var finished = world.With(store, world.Stores[store] with { Halfway = 0 });
        return rules.Removal switch
        {
            Removal.OneTransactionStateFirst => Acknowledge(WriteRow(finished, store, op), op),
            Removal.OneTransactionOutboxFirst => Acknowledge(WriteState(finished, store, op), op),
            _ => WriteRow(WriteState(finished, store, op), store, op),
        };
    }

    private static World Halfway(World world, int store, int op) =>
        world.With(store, world.Stores[store] with { Halfway = op });

    private static World WriteState(World world, int store, int op)
    {
        var file = world.Stores[store].Here;
        return world.With(store, file with { Ledger = file.Ledger.Add(new(op, true)) }) with
        {
            Facts = world.Facts with { Committed = world.Facts.Committed | Facts.Bit(op) },
        };
    }

    private static World WriteRow(World world, int store, int op) =>
        world.With(store, Outbox.Queue(world.Stores[store].Here, op));

    private static World Acknowledge(World world, int op) =>
        world with { Facts = world.Facts with { Owed = world.Facts.Owed | Facts.Bit(op) } };

    private static int Known(StoreFile file)
    {
        var known = 0;
        foreach (var entry in file.Ledger)
        {
            known |= file.RowOf(entry.Op)?.Verdict == Verdict.Rejected ? 0 : Facts.Bit(entry.Op);
        }

        return known;
    }

    private static bool IsSwallowed(ProtocolCase rules, StoreFile file, int op) =>
        rules.SameContent.Other == op && file.Has(rules.SameContent.One);
}
