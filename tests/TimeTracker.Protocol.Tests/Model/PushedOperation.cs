namespace TimeTracker.Protocol.Tests.Model;

/// <summary>One operation on its way to the server.</summary>
internal readonly record struct PushedOperation(int Op, int Seq, int Prev, int Seen, bool Relayed, int Attempt)
    : IEncoded
{
    public void Encode(ref Encoder encoder)
    {
        encoder.Write(Op);
        encoder.Write(Seq);
        encoder.Write(Prev);
        encoder.Write(Seen);
        encoder.Write(Relayed);
        encoder.Write(Attempt);
    }

    public override string ToString() =>
        $"op{Op} (seq {Seq}, after {(Prev == 0 ? "nothing" : $"op{Prev}")}, seen {Seen}{(Relayed ? ", relayed" : "")})";
}
