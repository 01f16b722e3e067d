namespace TimeTracker.Protocol.Tests.Model;

/// <summary>A push.</summary>
/// <param name="Device">The writing identity.</param>
/// <param name="Predecessor">The one it follows; told only where the server insists on knowing it.</param>
/// <param name="Cursor">The feed as far as pulled: it stands for its number and its chain.</param>
/// <param name="Operations">What to append, in the order of its numbers.</param>
internal sealed record PushRequest(int Device, int Predecessor, Seq<FeedRow> Cursor, Seq<PushedOperation> Operations)
    : IEncoded
{
    public void Encode(ref Encoder encoder)
    {
        encoder.Write(Device);
        encoder.Write(Predecessor);
        encoder.Write(Cursor);
        encoder.Write(Operations);
    }

    public override string ToString() =>
        $"device {Device} at {Cursor.Count} pushes {string.Join(", ", (IEnumerable<PushedOperation>)Operations)}";
}
