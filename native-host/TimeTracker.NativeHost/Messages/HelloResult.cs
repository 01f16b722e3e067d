namespace TimeTracker.NativeHost.Messages;

/// <summary>What both sides go on with.</summary>
/// <param name="Protocol">The version that the extension asked for.</param>
/// <param name="Host">The host's own version, to be shown.</param>
/// <param name="Snapshot">What is so now.</param>
internal sealed record HelloResult(int Protocol, string Host, SnapshotMessage Snapshot) : Result;
