namespace TimeTracker.Protocol.Tests.Model;

/// <summary>What a store tells the server of an operation.</summary>
/// <param name="Op">The operation.</param>
/// <param name="Device">The writing identity that numbers it.</param>
/// <param name="Seq">Its number there: 1, 2, 3 …</param>
/// <param name="Prev">The operation that had the number before; 0 for the first.</param>
/// <param name="Seen">How far its author had pulled when it was made.</param>
/// <param name="Relayed">Whether another store made it.</param>
/// <param name="Verdict">What the server said, if it has.</param>
/// <param name="Attempts">Counted only where each attempt has a key of its own.</param>
internal readonly record struct OutboxRow(
    int Op, int Device, int Seq, int Prev, int Seen, bool Relayed, Verdict Verdict = Verdict.None, int Attempts = 0)
    : IEncoded
{
    public void Encode(ref Encoder encoder)
    {
        encoder.Write(Op);
        encoder.Write(Device);
        encoder.Write(Seq);
        encoder.Write(Prev);
        encoder.Write(Seen);
        encoder.Write(Relayed);
        encoder.Write((int)Verdict);
        encoder.Write(Attempts);
    }
}
