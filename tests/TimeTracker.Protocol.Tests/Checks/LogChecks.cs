using TimeTracker.Protocol.Tests.Model;

namespace TimeTracker.Protocol.Tests.Checks;

/// <summary>What holds of the server's log.</summary>
internal static class LogChecks
{
    internal static void AddTo(List<Violation> found, ProtocolCase rules, World world)
    {
        var refusable = Refusable(rules);
        var before = 0;
        var log = world.Server.Log;
        for (var index = 0; index < log.Count; index++)
        {
            var row = log[index];
            if (row.Op == 0)
            {
                continue;
            }

            var (known, bit) = (world.Facts.KnownTo(row.Op), Facts.Bit(row.Op));
            if ((before & bit) != 0)
            {
                found.Add(new(ViolationKind.Doubled, $"op{row.Op} is in the log twice"));
            }

            if ((world.Facts.Committed & bit) == 0 && !world.Stores.Any(store => store.Halfway == row.Op))
            {
                found.Add(new(ViolationKind.Phantom, $"op{row.Op} is in the log and was never committed"));
            }

            if ((known & ~before & ~refusable) is var missing and not 0)
            {
                found.Add(new(
                    ViolationKind.OutOfOrder,
                    $"op{row.Op} is in the log without {Names.Of(missing)} before it, which its author knew"));
            }

            if ((SeenBy(log, index) & ~known) is var unseen and not 0)
            {
                found.Add(new(
                    ViolationKind.FalselySeen,
                    $"op{row.Op} counts as having seen {Names.Of(unseen)}, which its author did not know"));
            }

            before |= bit;
        }
    }

    /// <summary>
    /// X has seen W if W's number is at most X.seen, or both come from one device, neither is relayed, and W is
    /// earlier.
    /// </summary>
    private static int SeenBy(Seq<FeedRow> log, int index)
    {
        var (by, seen) = (log[index], 0);
        for (var other = 0; other < index; other++)
        {
            var row = log[other];
            var isOneDevices = row.Device == by.Device && !row.Relayed && !by.Relayed;
            seen |= row.Op != 0 && (other < by.Seen || isOneDevices) ? Facts.Bit(row.Op) : 0;
        }

        return seen;
    }

    private static int Refusable(ProtocolCase rules)
    {
        var refusable = 0;
        for (var op = 1; op <= rules.Operations; op++)
        {
            refusable |= rules.IsRefusable(op) ? Facts.Bit(op) : 0;
        }

        return refusable;
    }
}
