using TimeTracker.Domain;

namespace TimeTracker.SyncServer.Pushing;

/// <summary>An operation to record as refused for ever.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Verdict">Why.</param>
public sealed record RefusedOperation(PushOperation Operation, Verdict.Rejected Verdict);
