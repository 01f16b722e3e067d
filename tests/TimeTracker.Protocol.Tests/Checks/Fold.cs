using TimeTracker.Protocol.Tests.Model;

namespace TimeTracker.Protocol.Tests.Checks;

/// <summary>A store's state: the operations in the order in which they are folded.</summary>
internal static class Fold
{
    /// <summary>The feed's order, then the rest of the ledger in its own, parked operations excepted.</summary>
    internal static List<int> Of(ProtocolCase rules, StoreFile file)
    {
        var order = new List<int>(file.Ledger.Count);
        foreach (var row in file.Feed)
        {
            if (row.Op != 0)
            {
                order.Add(row.Op);
            }
        }

        foreach (var entry in file.Ledger)
        {
            if (!file.FeedHas(entry.Op) && Has(rules, file, entry.Op))
            {
                order.Add(entry.Op);
            }
        }

        return order;
    }

    /// <summary>Whether an operation of the ledger has its place in the state.</summary>
    internal static bool Has(ProtocolCase rules, StoreFile file, int op) =>
        file.FeedHas(op) || file.RowOf(op)?.Verdict switch
        {
            Verdict.Rejected => false,
            Verdict.Accepted or Verdict.Duplicate => !rules.Without(Removal.FoldingAccepted),
            _ => true,
        };
}
