using TimeTracker.Domain;
using TimeTracker.SyncServer.Pushing;
using TimeTracker.SyncServer.Storage;

namespace TimeTracker.SyncServer;

/// <summary>
/// The ordered log of each user: what the server is for, without HTTP. Safe for many threads, and beside other
/// instances on one PostgreSQL. Every call throws <see cref="StoreUnavailableException"/> where the database fails.
/// </summary>
public sealed class SyncLog(ILogStore store, TimeProvider clock)
{
    /// <summary>Decides a push and commits what it changes, in one transaction.</summary>
    /// <returns>The outcome; what it says is durable.</returns>
    public PushOutcome Push(UserId user, PushRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return store.Write<PushOutcome>(transaction =>
        {
            // Held until the commit: no other push of this user is given a feed number meanwhile, so that numbers
            // become visible in their order and a cursor passes none.
            if (AccountTable.HoldHead(transaction, user) is not { } head)
            {
                return new PushOutcome.NoUser();
            }

            var state = new LogState(
                head,
                OperationTable.ChainAt(transaction, user, request.Cursor.FeedNo),
                WriterTable.PositionOf(transaction, user, request.Device),
                KnownTable.Of(transaction, user, request.Operations));
            var received = Instant.Nearest(clock.GetUtcNow());
            switch (PushDecider.Decide(state, request, received))
            {
                case PushDecision.OtherFeed:
                    return new PushOutcome.OtherFeed();
                case PushDecision.OutOfOrder(var last):
                    return new PushOutcome.OutOfOrder(last.Seq);
                case PushDecision.Decided decided:
                    Store(transaction, user, request.Device, state.Writer, decided, received);
                    return new PushOutcome.Done(new(decided.Verdicts));
                default:
                    throw new InvalidOperationException("a push is decided in one of three ways");
            }
        });
    }

    /// <summary>The rows behind a cursor, as far as one page holds them.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="after">How far the asker has read.</param>
    /// <param name="rowsMax">Rows in the page, 1 to <see cref="WireLimits.PageRowsMax"/>.</param>
    public ChangesOutcome Changes(UserId user, FeedCursor after, int rowsMax = WireLimits.PageRowsMax)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rowsMax, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rowsMax, WireLimits.PageRowsMax);
        return store.Read<ChangesOutcome>(snapshot =>
        {
            if (AccountTable.Head(snapshot, user) is not { } head)
            {
                return new ChangesOutcome.NoUser();
            }

            if (OperationTable.ChainAt(snapshot, user, after.FeedNo) != after.Chain)
            {
                return new ChangesOutcome.OtherFeed();
            }

            var rows = OperationTable.PageAfter(snapshot, user, after.FeedNo, rowsMax);
            var last = rows.Count > 0 ? rows[^1].FeedNo : after.FeedNo;
            return new ChangesOutcome.Page(new(rows, head, HasMore: last < head.FeedNo));
        });
    }

    private static void Store(
        LogTransaction transaction,
        UserId user,
        DeviceId device,
        WriterPosition before,
        PushDecision.Decided decided,
        Instant received)
    {
        OperationTable.Append(transaction, user, decided.Appended);
        RejectionTable.Record(transaction, user, device, decided.Refused, received);
        if (decided.Appended.Count > 0)
        {
            AccountTable.SetHead(transaction, user, decided.Appended[^1].Row.Cursor);
        }

        if (decided.Writer != before)
        {
            WriterTable.SetPosition(transaction, user, device, decided.Writer);
        }
    }
}
