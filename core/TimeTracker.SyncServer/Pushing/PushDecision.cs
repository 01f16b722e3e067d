using TimeTracker.Domain;

namespace TimeTracker.SyncServer.Pushing;

/// <summary>What becomes of a push.</summary>
public abstract record PushDecision
{
    private PushDecision()
    {
    }

    /// <summary>The device has read another feed than this one: nothing is done.</summary>
    public sealed record OtherFeed : PushDecision;

    /// <summary>An operation that is not known is not the device's next: nothing is done, for none of them.</summary>
    /// <param name="Last">How far the device has come.</param>
    public sealed record OutOfOrder(WriterPosition Last) : PushDecision;

    /// <summary>Each operation has its verdict.</summary>
    /// <param name="Verdicts">The verdicts, in the order of the push.</param>
    /// <param name="Appended">The rows to append, in the feed's order.</param>
    /// <param name="Refused">The rejections to record.</param>
    /// <param name="Writer">How far the device has come with this push.</param>
    public sealed record Decided(
        IReadOnlyList<OperationVerdict> Verdicts,
        IReadOnlyList<AppendedRow> Appended,
        IReadOnlyList<RefusedOperation> Refused,
        WriterPosition Writer) : PushDecision;
}
