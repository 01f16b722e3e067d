namespace TimeTracker.Protocol.Tests.Model;

/// <summary>
/// A row of the server's log, and of a store's feed. Within one <paramref name="Era"/> the log only grows, and the time
/// of receipt is part of the chain: so two chains are equal just if all rows up to there are, the era among them.
/// </summary>
/// <param name="Op">The operation; 0 for a number that is given out and whose row cannot be read yet.</param>
/// <param name="Device">Who pushed it.</param>
/// <param name="Seen">How far its author had pulled.</param>
/// <param name="Relayed">Whether somebody else than its pusher made it.</param>
/// <param name="Era">How often the server had been restored when it received it.</param>
internal readonly record struct FeedRow(int Op, int Device, int Seen, bool Relayed, int Era) : IEncoded
{
    public void Encode(ref Encoder encoder)
    {
        encoder.Write(Op);
        encoder.Write(Device);
        encoder.Write(Seen);
        encoder.Write(Relayed);
        encoder.Write(Era);
    }
}
