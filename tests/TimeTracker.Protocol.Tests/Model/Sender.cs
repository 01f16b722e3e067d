namespace TimeTracker.Protocol.Tests.Model;

/// <summary>Who waits for the answer to a request.</summary>
internal readonly record struct Sender(int Store, int Worker) : IEncoded
{
    /// <summary>Nobody any more: the worker died or gave up waiting, or this is the network's second copy.</summary>
    internal static Sender Nobody { get; } = new(-1, -1);

    public void Encode(ref Encoder encoder)
    {
        encoder.Write(Store);
        encoder.Write(Worker);
    }

    public override string ToString() => Store < 0 ? "nobody" : $"{ProtocolCase.NameOf(Store)}.{Worker}";
}
