namespace TimeTracker.Protocol.Tests.Model;

/// <summary>What is on a store's disk; what a copy of it has, too.</summary>
/// <param name="Device">The current writing identity.</param>
/// <param name="Predecessor">The one before it.</param>
/// <param name="Ledger">The operations in the order in which they came here.</param>
/// <param name="Outbox">The rows of its own and of relayed operations, in the order of their numbers.</param>
/// <param name="Feed">The server's order as far as pulled. Its length is the cursor.</param>
/// <param name="Aside">What was set aside while all is pulled anew; empty at other times.</param>
/// <param name="Lease">The worker that holds the lease, or <see cref="Free"/> or <see cref="Orphaned"/>.</param>
internal sealed record StoreFile(
    int Device,
    int Predecessor,
    Seq<LedgerEntry> Ledger,
    Seq<OutboxRow> Outbox,
    Seq<FeedRow> Feed,
    SetAside Aside,
    int Lease) : IEncoded
{
    /// <summary>Nobody holds the lease.</summary>
    internal const int Free = -1;

    /// <summary>The lease's holder is dead, and its time is not over.</summary>
    internal const int Orphaned = 100;

    internal static StoreFile New(int device) => new(device, 0, [], [], [], default, Free);

    internal bool PullsAnew => Aside.Rows.Count > 0;

    public void Encode(ref Encoder encoder)
    {
        encoder.Write(Device);
        encoder.Write(Predecessor);
        encoder.Write(Ledger);
        encoder.Write(Outbox);
        encoder.Write(Feed);
        Aside.Encode(ref encoder);
        encoder.Write(Lease);
    }

    /// <summary>The store without its processes: nobody who holds the lease lives.</summary>
    internal StoreFile Abandoned() => Lease == Free ? this : this with { Lease = Orphaned };

    internal bool Has(int op)
    {
        foreach (var entry in Ledger)
        {
            if (entry.Op == op)
            {
                return true;
            }
        }

        return false;
    }

    internal bool FeedHas(int op) => IndexIn(Feed, op) >= 0;

    internal OutboxRow? RowOf(int op)
    {
        foreach (var row in Outbox)
        {
            if (row.Op == op)
            {
                return row;
            }
        }

        return null;
    }

    internal static int IndexIn(Seq<FeedRow> feed, int op)
    {
        for (var index = 0; index < feed.Count; index++)
        {
            if (feed[index].Op == op)
            {
                return index;
            }
        }

        return -1;
    }
}
