namespace TimeTracker.NativeHost.Messages;

/// <summary>What became of a command that was not refused.</summary>
/// <param name="Outcome">done: it is committed and survives what comes; nothing: what it asks for was so already.</param>
/// <param name="Reason">Why nothing was to do; null where it was done.</param>
/// <param name="Repeated">Whether it had been done before under this command id; the first result is given again.</param>
/// <param name="Changed">The entries that it changed, as it left them.</param>
/// <param name="Snapshot">What is so behind it.</param>
internal sealed record CommandOutcome(
    string Outcome, string? Reason, bool Repeated, Listing<EntryMessage> Changed, SnapshotMessage Snapshot) : Result;
