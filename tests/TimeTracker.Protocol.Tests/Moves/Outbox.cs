using TimeTracker.Protocol.Tests.Model;

namespace TimeTracker.Protocol.Tests.Moves;

/// <summary>How rows get their numbers, and get new ones.</summary>
internal static class Outbox
{
    /// <summary>The row of an operation that was just committed.</summary>
    internal static StoreFile Queue(StoreFile file, int op)
    {
        var last = LastOf(file);
        var row = new OutboxRow(op, file.Device, last.Seq + 1, last.Op, file.Feed.Count, Relayed: false);
        return file with { Outbox = file.Outbox.Add(row) };
    }

    /// <summary>The rows that still have to be sent, in the order of their numbers.</summary>
    internal static Seq<OutboxRow> Pending(StoreFile file)
    {
        var pending = new List<OutboxRow>(file.Outbox.Count);
        foreach (var row in file.Outbox)
        {
            if (row.Verdict == Verdict.None)
            {
                pending.Add(row);
            }
        }

        return new([.. pending]);
    }

    /// <summary>
    /// A new writing identity. What is unsent, and all else that the feed lacks, gets new numbers in the ledger's
    /// order, parked operations excepted.
    /// </summary>
    internal static StoreFile WriteAs(ProtocolCase rules, StoreFile file, int device, bool conflict)
    {
        var again = new List<OutboxRow>();
        foreach (var entry in InOrder(rules, file))
        {
            var row = file.RowOf(entry.Op);
            if (IsQueuedAgain(rules, file, entry, row, conflict))
            {
                var (seq, prev) = again.Count == 0 ? (1, 0) : (again[^1].Seq + 1, again[^1].Op);
                var relayed = row?.Relayed ?? (!entry.Own && !rules.Without(Removal.Relayed));
                var seen = row?.Seen ?? SeenOf(file, entry.Op);
                again.Add(new(entry.Op, device, seq, prev, seen, relayed, Verdict.None, row?.Attempts ?? 0));
            }
        }

        var kept = file.Outbox.Where(row => again.All(other => other.Op != row.Op));
        return file with { Device = device, Predecessor = PredecessorOf(rules, file), Outbox = [.. kept, .. again] };
    }

    /// <summary>
    /// No row says any more that its author saw more than this much of the feed. Rows that have a verdict are cut too:
    /// they may have to be sent again, when the server has been restored once more.
    /// </summary>
    internal static StoreFile CutSeen(ProtocolCase rules, StoreFile file, int common)
    {
        var rows = file.Outbox.Span.ToArray();
        foreach (ref var row in rows.AsSpan())
        {
            var isCut = row.Verdict == Verdict.None || !rules.Without(Removal.CuttingSeenOfWhatWasSent);
            row = isCut && row.Seen > common ? row with { Seen = common } : row;
        }

        return file with { Outbox = new(rows) };
    }

    private static OutboxRow LastOf(StoreFile file)
    {
        var last = default(OutboxRow);
        foreach (var row in file.Outbox)
        {
            last = row.Device == file.Device && row.Seq > last.Seq ? row : last;
        }

        return last;
    }

    private static IEnumerable<LedgerEntry> InOrder(ProtocolCase rules, StoreFile file) =>
        rules.Without(Removal.LedgerOrder) ? file.Ledger.OrderByDescending(entry => entry.Own) : file.Ledger;

    private static bool IsQueuedAgain(
        ProtocolCase rules, StoreFile file, LedgerEntry entry, OutboxRow? row, bool conflict) => row?.Verdict switch
        {
            Verdict.Rejected => false,
            Verdict.None => true,
            not null when conflict && rules.Without(Removal.RenumberingWhatHasAVerdict) => false,
            _ => !file.FeedHas(entry.Op),
        };

    /// <summary>
    /// A foreign operation that the feed lacks, and that was not queued before, is in what was set aside. Only where
    /// rows are deleted before they are sent can one's own have none.
    /// </summary>
    private static int SeenOf(StoreFile file, int op) =>
        StoreFile.IndexIn(file.Aside.Rows, op) is var index and >= 0 ? file.Aside.Rows[index].Seen : 0;

    private static int PredecessorOf(ProtocolCase rules, StoreFile file) =>
        rules.Without(Removal.UnknownDevicesBeginAtOne) ? file.Device : 0;
}
