namespace TimeTracker.Protocol.Tests.Model;

/// <summary>What nobody in the model knows, and what it is judged by. Sets of operations are bits.</summary>
/// <param name="Begun">Commands that were given.</param>
/// <param name="Committed">Operations that were in a ledger at some time.</param>
/// <param name="Owed">Acknowledged operations, less those that went with all that held them.</param>
/// <param name="Knows">For each operation, all that its author knew.</param>
/// <param name="ForkedInPeace">A new device id was taken where nothing had been restored or copied.</param>
internal sealed record Facts(int Begun, int Committed, int Owed, Seq<int> Knows, bool ForkedInPeace) : IEncoded
{
    public void Encode(ref Encoder encoder)
    {
        encoder.Write(Begun);
        encoder.Write(Committed);
        encoder.Write(Owed);
        foreach (var known in Knows)
        {
            encoder.Write(known);
        }

        encoder.Write(ForkedInPeace);
    }

    internal static int Bit(int op) => 1 << (op - 1);

    internal int KnownTo(int op) => Knows[op - 1];
}
