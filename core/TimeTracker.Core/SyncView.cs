namespace TimeTracker.Core;

/// <summary>How a store stands with its server.</summary>
/// <param name="Connection">The server; null where the store is connected to none.</param>
/// <param name="Pending">Operations that wait to be sent; without a server they are simply local.</param>
/// <param name="Parked">What the server refused, with its reasons.</param>
/// <param name="NotUnderstood">Operations of other devices that this program cannot read, until it is updated.</param>
/// <param name="Conflicts">Values that lost against another device's and wait for a look.</param>
public sealed record SyncView(
    SyncConnection? Connection, long Pending, IReadOnlyList<ParkedOperation> Parked, long NotUnderstood, long Conflicts);
