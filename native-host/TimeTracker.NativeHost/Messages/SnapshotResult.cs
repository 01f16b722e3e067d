namespace TimeTracker.NativeHost.Messages;

/// <summary>What is so now.</summary>
internal sealed record SnapshotResult(SnapshotMessage Snapshot) : Result;
