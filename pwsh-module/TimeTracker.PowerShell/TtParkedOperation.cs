using TimeTracker.Core;

namespace TimeTracker.PowerShell;

/// <summary>An operation that the server refused. It counts no more; the ledger keeps it.</summary>
public sealed class TtParkedOperation
{
    internal TtParkedOperation(ParkedOperation parked) =>
        (OperationId, Change, Reason) = (parked.Operation.Value, parked.Change, parked.Reason);

    /// <summary>Its name for ever.</summary>
    public Guid OperationId { get; }

    /// <summary>What it would have changed.</summary>
    public string Change { get; }

    /// <summary>Why it was refused.</summary>
    public string Reason { get; }

    /// <inheritdoc/>
    public override string ToString() => Views.ViewText.Plain($"{Change} ({Reason})");
}
