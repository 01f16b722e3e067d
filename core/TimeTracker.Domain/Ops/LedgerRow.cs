namespace TimeTracker.Domain;

/// <summary>An operation as the ledger keeps it.</summary>
/// <param name="Operation">The operation's id.</param>
/// <param name="Command">The id of the command that made it.</param>
/// <param name="Kind">How to read the payload.</param>
/// <param name="Entity">What it is about.</param>
/// <param name="Payload">What it says; see <see cref="OperationCodec"/>.</param>
/// <param name="Seen">The feed number up to which this store had pulled when it was made.</param>
/// <param name="Origin">Where it came from: 'local' or 'sync'.</param>
/// <param name="Reading">The clocks when it was made.</param>
public readonly record struct LedgerRow(
    Guid Operation, Guid Command, string Kind, Guid Entity, byte[] Payload, long Seen, string Origin, Reading Reading);
