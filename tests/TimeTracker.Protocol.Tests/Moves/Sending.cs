using TimeTracker.Protocol.Tests.Model;

namespace TimeTracker.Protocol.Tests.Moves;

/// <summary>What a push takes from the outbox, and what its answer writes there.</summary>
internal static class Sending
{
    /// <summary>The request for the next rows, and the file after they were claimed.</summary>
    internal static StoreFile Claim(
        ProtocolCase rules, StoreFile file, Seq<OutboxRow> pending, int count, out PushRequest request)
    {
        var rows = rules.Without(Removal.ClaimingInOrder) ? LatestFirst(pending) : pending;
        var claimed = rows.First(count);
        request = new PushRequest(file.Device, file.Predecessor, file.Feed, [.. claimed.Select(Pushed)]);
        return rules.Removal switch
        {
            Removal.ClaimingInOrder => file with { Outbox = [.. file.Outbox.Except(pending), .. rows] },
            Removal.MarkingAfterVerdict => file with { Outbox = [.. file.Outbox.Except(claimed)] },
            Removal.SameKeyOnEachAttempt =>
                file with { Outbox = [.. file.Outbox.Select(row => Counted(row, claimed))] },
            _ => file,
        };
    }

    /// <summary>Each verdict marks the row of its op_id, once.</summary>
    internal static StoreFile Mark(StoreFile file, Seq<OperationVerdict> verdicts)
    {
        var rows = file.Outbox.Span.ToArray();
        foreach (ref var row in rows.AsSpan())
        {
            foreach (var (op, verdict) in verdicts)
            {
                row = row.Op == op && row.Verdict == Verdict.None ? row with { Verdict = verdict } : row;
            }
        }

        return file with { Outbox = new(rows) };
    }

    private static PushedOperation Pushed(OutboxRow row) =>
        new(row.Op, row.Seq, row.Prev, row.Seen, row.Relayed, row.Attempts);

    private static OutboxRow Counted(OutboxRow row, Seq<OutboxRow> claimed) =>
        claimed.Contains(row) ? row with { Attempts = Math.Min(row.Attempts + 1, 3) } : row;

    private static Seq<OutboxRow> LatestFirst(Seq<OutboxRow> pending)
    {
        var rows = new List<OutboxRow>();
        foreach (var row in pending.Reverse())
        {
            var (seq, prev) = rows.Count == 0 ? (pending[0].Seq, pending[0].Prev) : (rows[^1].Seq + 1, rows[^1].Op);
            rows.Add(row with { Seq = seq, Prev = prev });
        }

        return new([.. rows]);
    }
}
