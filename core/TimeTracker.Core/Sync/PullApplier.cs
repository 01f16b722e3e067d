using TimeTracker.Core.Identity;
using TimeTracker.Core.Storage;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Sync;

/// <summary>Brings a page of the feed into the store: rows, cursor and the entities folded anew, in one transaction.</summary>
internal static class PullApplier
{
    /// <summary>
    /// Applies a page that comes right behind the store's cursor. At the head of the feed it looks whether the server
    /// still has all that it once had.
    /// </summary>
    /// <returns>False where the page is no continuation of what was pulled; nothing is written then.</returns>
    internal static bool Apply(WriteTransaction transaction, ChangesResponse page, long nowUtc)
    {
        if (!page.Follows(FeedTable.Cursor(transaction)))
        {
            return false;
        }

        var entities = LedgerWriter.AppendPulled(transaction, page.Rows);
        foreach (var row in page.Rows)
        {
            FeedTable.Append(transaction, row);
        }

        EntityMerger.Fold(transaction, entities);
        if (!page.HasMore)
        {
            MeetTheHead(transaction, nowUtc);
        }

        return true;
    }

    /// <summary>The feed that was pulled is not the server's any more: the next pull begins at the start.</summary>
    internal static void BeginAnew(WriteTransaction transaction)
    {
        if (FeedTable.IsPulledAnew(transaction))
        {
            // What waits may have been made on either of two feeds that are both gone.
            var common = FeedTable.CommonStart(transaction);
            OutboxTable.CutSeen(transaction, common);
            FeedTable.CutSeen(transaction, common);
        }

        FeedTable.SetAside(transaction);
    }

    private static void MeetTheHead(WriteTransaction transaction, long nowUtc)
    {
        if (OutboxTable.LacksInFeed(transaction))
        {
            WritingIdentity.TakeNew(transaction, nowUtc);
        }

        if (FeedTable.IsPulledAnew(transaction))
        {
            OutboxTable.CutSeen(transaction, FeedTable.CommonStart(transaction));
            FeedTable.ForgetAside(transaction);
            EntityMerger.Fold(transaction, OperationTable.Entities(transaction));
        }
    }
}
