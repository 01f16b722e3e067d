namespace TimeTracker.Protocol.Tests.Model;

/// <summary>A verdict on one operation of a push.</summary>
internal readonly record struct OperationVerdict(int Op, Verdict Verdict) : IEncoded
{
    public void Encode(ref Encoder encoder)
    {
        encoder.Write(Op);
        encoder.Write((int)Verdict);
    }

    public override string ToString() => $"op{Op} {Verdict}";
}
