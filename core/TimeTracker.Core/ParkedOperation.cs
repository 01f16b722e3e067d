using TimeTracker.Domain;

namespace TimeTracker.Core;

/// <summary>An operation that the server refused. It counts no more; the ledger keeps it.</summary>
/// <param name="Operation">Its id.</param>
/// <param name="Entity">What it is about.</param>
/// <param name="Reason">Why it was refused.</param>
/// <param name="Change">What it would have changed, in words.</param>
public sealed record ParkedOperation(OperationId Operation, Guid Entity, string Reason, string Change);
