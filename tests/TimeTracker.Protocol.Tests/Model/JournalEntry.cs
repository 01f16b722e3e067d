namespace TimeTracker.Protocol.Tests.Model;

/// <summary>
/// One change of the server's state. Its log, the last number of each device and the recorded rejections all follow
/// from the list of these, so that a backup is a prefix of the list.
/// </summary>
/// <param name="Kind">What was noted.</param>
/// <param name="Operation">The operation as it was pushed.</param>
/// <param name="Device">By whom.</param>
/// <param name="Era">How often the server had been restored by then.</param>
/// <param name="HasKey">Whether the server remembers its op_id.</param>
internal readonly record struct JournalEntry(
    EntryKind Kind, PushedOperation Operation, int Device, int Era, bool HasKey = true) : IEncoded
{
    internal bool InLog => Kind is EntryKind.Accepted or EntryKind.Reserved;

    internal bool UsesSeq => Kind != EntryKind.Failed;

    internal FeedRow Row =>
        new(Kind == EntryKind.Reserved ? 0 : Operation.Op, Device, Operation.Seen, Operation.Relayed, Era);

    public void Encode(ref Encoder encoder)
    {
        encoder.Write((int)Kind);
        Operation.Encode(ref encoder);
        encoder.Write(Device);
        encoder.Write(Era);
        encoder.Write(HasKey);
    }
}
