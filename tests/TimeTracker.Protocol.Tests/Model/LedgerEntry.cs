namespace TimeTracker.Protocol.Tests.Model;

/// <summary>An operation in a store's ledger, in the order in which it came there.</summary>
/// <param name="Op">The operation: 1, 2, 3 …</param>
/// <param name="Own">Whether it was committed here (or in the store that this is a copy of), not pulled.</param>
internal readonly record struct LedgerEntry(int Op, bool Own) : IEncoded
{
    public void Encode(ref Encoder encoder)
    {
        encoder.Write(Op);
        encoder.Write(Own);
    }
}
