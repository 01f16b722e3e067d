using TimeTracker.Domain;

namespace TimeTracker.SyncServer.Pushing;

/// <summary>All that a push is decided by.</summary>
/// <param name="Head">The last row of the user's feed.</param>
/// <param name="ChainAtCursor">The feed's chain at the number of the push's cursor; null where there is no such row.</param>
/// <param name="Writer">How far the device has come.</param>
/// <param name="Known">What was decided before of the ids in the push.</param>
public sealed record LogState(
    FeedCursor Head,
    ChainHash? ChainAtCursor,
    WriterPosition Writer,
    IReadOnlyDictionary<OperationId, KnownOperation> Known);
