namespace TimeTracker.Protocol.Tests.Model;

/// <summary>How many faults of each kind may still happen; four bits each.</summary>
internal readonly record struct FaultBudget(ulong Bits) : IEncoded
{
    private const int Width = 4;
    private const int Kinds = (int)Fault.ServerRestored + 1;

    /// <summary>One for each time that a fault is named.</summary>
    internal static FaultBudget Of(params ReadOnlySpan<Fault> faults)
    {
        var bits = 0UL;
        foreach (var fault in faults)
        {
            bits += 1UL << Shift(fault);
        }

        return new(bits);
    }

    public void Encode(ref Encoder encoder)
    {
        for (var shift = 0; shift < Kinds * Width; shift += Width)
        {
            encoder.Write((int)(Bits >> shift) & 0xF);
        }
    }

    public override string ToString()
    {
        var budget = this;
        return string.Join(
            ", ",
            Enum.GetValues<Fault>()
                .Where(fault => budget.Left(fault) > 0)
                .Select(fault => $"{budget.Left(fault)} {fault}"));
    }

    internal int Left(Fault fault) => (int)(Bits >> Shift(fault)) & 0xF;

    internal FaultBudget Spend(Fault fault) => new(Bits - (1UL << Shift(fault)));

    private static int Shift(Fault fault) => Width * (int)fault;
}
