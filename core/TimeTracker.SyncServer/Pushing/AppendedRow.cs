using TimeTracker.Domain;

namespace TimeTracker.SyncServer.Pushing;

/// <summary>A row to append, and the number that it used up.</summary>
/// <param name="Row">The row.</param>
/// <param name="Seq">The device's number.</param>
public sealed record AppendedRow(FeedRow Row, long Seq);
