using TimeTracker.NativeHost.Messages;

namespace TimeTracker.NativeHost.Requests;

/// <summary>Asks what is so now.</summary>
internal sealed record SnapshotRequest : Request
{
    internal override Answer Answer(Session session) => new SnapshotResult(session.Snapshot());
}
