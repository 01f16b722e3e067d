namespace TimeTracker.Core;

/// <summary>How much a sync has done so far.</summary>
/// <param name="Pushed">Operations of this store that the server has judged.</param>
/// <param name="Pulled">Operations that the feed has brought, this store's own among them.</param>
public readonly record struct SyncProgress(int Pushed, int Pulled);
