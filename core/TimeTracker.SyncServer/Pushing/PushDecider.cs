using TimeTracker.Domain;

namespace TimeTracker.SyncServer.Pushing;

/// <summary>
/// Decides a push, without a clock and without a database. An id that is known keeps its verdict, and uses up a number
/// only where that is the device's next: a late request of an old copy must not move the device on. One that is not
/// known must be the device's next, or nothing of the push is done.
/// </summary>
public static class PushDecider
{
    /// <summary>What becomes of a push that meets a log in this state.</summary>
    /// <param name="state">The log.</param>
    /// <param name="request">The push.</param>
    /// <param name="received">The time to record.</param>
    public static PushDecision Decide(LogState state, PushRequest request, Instant received)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(request);
        return state.ChainAtCursor == request.Cursor.Chain
            ? new Draft(state, request.Device, received).Decide(request.Operations)
            : new PushDecision.OtherFeed();
    }

    private sealed class Draft(LogState state, DeviceId device, Instant received)
    {
        private readonly Dictionary<OperationId, KnownOperation> _known = new(state.Known);
        private readonly List<OperationVerdict> _verdicts = [];
        private readonly List<AppendedRow> _appended = [];
        private readonly List<RefusedOperation> _refused = [];
        private FeedCursor _head = state.Head;
        private WriterPosition _writer = state.Writer;

        internal PushDecision Decide(IReadOnlyList<PushOperation> operations)
        {
            foreach (var operation in operations)
            {
                var isNext = _writer.Precedes(operation);
                var known = _known.GetValueOrDefault(operation.Id);
                if (known is null && !isNext)
                {
                    return new PushDecision.OutOfOrder(state.Writer);
                }

                _verdicts.Add(new(operation.Id, known is null ? Settle(operation) : Repeat(operation, known)));
                if (isNext)
                {
                    _writer = new(operation.Seq, operation.Id);
                }
            }

            return new PushDecision.Decided(_verdicts, _appended, _refused, _writer);
        }

        private Verdict Settle(PushOperation operation)
        {
            if (operation.Payload.Length > WireLimits.PayloadBytesMax)
            {
                _known.Add(operation.Id, new KnownOperation.Refused(Verdict.PayloadIsTooLarge));
                return Refuse(operation, Verdict.PayloadIsTooLarge);
            }

            var row = FeedRow.After(_head, device, operation, received);
            _head = row.Cursor;
            _appended.Add(new(row, operation.Seq));
            _known.Add(operation.Id, new KnownOperation.InLog(row.FeedNo, operation.Payload.Hash));
            return new Verdict.Accepted(row.FeedNo);
        }

        private Verdict Repeat(PushOperation operation, KnownOperation known) => known switch
        {
            KnownOperation.Refused(var verdict) => verdict,
            KnownOperation.InLog(var feedNo, var payload) when payload == operation.Payload.Hash =>
                new Verdict.Duplicate(feedNo),
            _ => Refuse(operation, Verdict.IdWasReused),
        };

        private Verdict.Rejected Refuse(PushOperation operation, Verdict.Rejected verdict)
        {
            _refused.Add(new(operation, verdict));
            return verdict;
        }
    }
}
