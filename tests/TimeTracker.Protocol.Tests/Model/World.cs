namespace TimeTracker.Protocol.Tests.Model;

/// <summary>One state of everything.</summary>
/// <param name="Stores">The stores.</param>
/// <param name="Server">The server.</param>
/// <param name="Late">Requests in the network that nobody waits for any more; each may arrive at any time.</param>
/// <param name="Facts">What the world is judged by.</param>
/// <param name="Faults">What may still go wrong.</param>
internal sealed record World(Seq<Store> Stores, Server Server, Seq<PushRequest> Late, Facts Facts, FaultBudget Faults)
    : IEncoded
{
    private const int EncodedBytesMax = 2048;

    internal UInt128 Fingerprint
    {
        get
        {
            var encoder = new Encoder(stackalloc byte[EncodedBytesMax]);
            Encode(ref encoder);
            return encoder.Fingerprint();
        }
    }

    public void Encode(ref Encoder encoder)
    {
        encoder.Write(Stores);
        Server.Encode(ref encoder);
        encoder.Write(Late);
        Facts.Encode(ref encoder);
        Faults.Encode(ref encoder);
    }

    internal World With(int store, Store state) => this with { Stores = Stores.Replace(store, state) };

    internal World With(int store, StoreFile file) => With(store, Stores[store] with { File = file });

    internal World Spending(Fault fault) => this with { Faults = Faults.Spend(fault) };

    /// <summary>All operations in the log or in a store, or on their way into one.</summary>
    internal int Held()
    {
        var held = 0;
        foreach (var row in Server.Log)
        {
            held |= row.Op == 0 ? 0 : Facts.Bit(row.Op);
        }

        foreach (var store in Stores)
        {
            held |= store.Halfway == 0 ? 0 : Facts.Bit(store.Halfway);
            foreach (var entry in store.File?.Ledger ?? [])
            {
                held |= Facts.Bit(entry.Op);
            }
        }

        return held;
    }
}
