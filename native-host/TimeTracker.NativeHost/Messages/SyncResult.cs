namespace TimeTracker.NativeHost.Messages;

/// <summary>What a sync did.</summary>
/// <param name="Pushed">Operations of this store that the server judged.</param>
/// <param name="Pulled">Operations that the feed brought.</param>
internal sealed record SyncResult(int Pushed, int Pulled) : Result;
