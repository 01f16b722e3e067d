namespace TimeTracker.NativeHost.Messages;

/// <summary>What is told unasked: the store has changed.</summary>
internal sealed record Push(SnapshotMessage Snapshot)
{
    /// <summary>By which it is told from a reply.</summary>
    public string Event { get; } = "snapshot";
}
