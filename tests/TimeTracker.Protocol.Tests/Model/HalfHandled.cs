namespace TimeTracker.Protocol.Tests.Model;

/// <summary>A request that the server is in the middle of; only where it does not do all in one transaction.</summary>
/// <param name="From">Who waits for the answer.</param>
/// <param name="Request">The request.</param>
/// <param name="Entries">What it decided to note, where that is still to be done.</param>
/// <param name="Reply">What it will answer.</param>
internal sealed record HalfHandled(Sender From, PushRequest Request, Seq<JournalEntry> Entries, Reply Reply) : IEncoded
{
    public void Encode(ref Encoder encoder)
    {
        From.Encode(ref encoder);
        Request.Encode(ref encoder);
        encoder.Write(Entries);
        Reply.Encode(ref encoder);
    }
}
