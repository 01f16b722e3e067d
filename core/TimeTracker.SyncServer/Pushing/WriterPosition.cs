using TimeTracker.Domain;

namespace TimeTracker.SyncServer.Pushing;

/// <summary>How far a device has come with its numbers.</summary>
/// <param name="Seq">The last number that it used up; 0 for a device that never pushed.</param>
/// <param name="Operation">The operation that had it; null for a device that never pushed.</param>
public readonly record struct WriterPosition(long Seq, OperationId? Operation)
{
    /// <summary>Before a device's first push.</summary>
    public static WriterPosition Start => default;

    /// <summary>Whether an operation is the device's next, by its number and by the one that it follows.</summary>
    public bool Precedes(PushOperation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return operation.Seq == Seq + 1 && operation.Previous == Operation;
    }
}
