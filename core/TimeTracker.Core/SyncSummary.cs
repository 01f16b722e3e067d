namespace TimeTracker.Core;

/// <summary>How a connected store stands with its server, in numbers: cheap to ask with whatever else is asked.</summary>
/// <param name="Connection">The server, and how talking to it goes.</param>
/// <param name="Pending">Operations that wait to be sent.</param>
/// <param name="Parked">Operations that the server refused and nobody has answered for.</param>
/// <param name="Conflicts">Values that lost against another device's and wait for a look.</param>
public sealed record SyncSummary(SyncConnection Connection, long Pending, long Parked, long Conflicts);
