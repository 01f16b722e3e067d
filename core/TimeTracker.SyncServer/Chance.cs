namespace TimeTracker.SyncServer;

/// <summary>Fills bytes with what nobody can guess.</summary>
/// <param name="bytes">All of them are overwritten.</param>
public delegate void Chance(Span<byte> bytes);
