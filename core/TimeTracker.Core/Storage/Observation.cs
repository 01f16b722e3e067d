using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>
/// What a reading shows against the store's one checkpoint row. It is recorded in the transaction that replaces that
/// row, so that of two programs that see the same sleep just one asks.
/// </summary>
/// <param name="Findings">What the clocks say.</param>
/// <param name="Watch">Whether somebody had promised to look.</param>
/// <param name="Lease">The promise, if any.</param>
internal sealed record Observation(Findings Findings, Watch Watch, Lease? Lease)
{
    internal static Observation Nothing { get; } = new(Findings.None, Watch.None, null);

    /// <summary>Whether the store has to change for it.</summary>
    internal bool MustBeRecorded => Findings.MustBeRecorded || Watch == Watch.Broken;

    /// <summary>Looks, without writing.</summary>
    /// <param name="snapshot">The store.</param>
    /// <param name="state">The same, as the domain asks it.</param>
    /// <param name="self">This tracker's name as a holder of the lease.</param>
    /// <param name="now">The clocks.</param>
    /// <param name="isGone">Tells whether another holder's program has ended; null for believing its lease.</param>
    internal static Observation Look(
        ISnapshot snapshot, StoreState state, string self, Reading now, Func<string, bool>? isGone = null)
    {
        if (state.Checkpoint is not { } last)
        {
            return Nothing;
        }

        var lease = LeaseTable.Read(snapshot, LeaseTable.Watch);
        var watch = Lease.WatchOf(lease, self, now, lease is not null && isGone?.Invoke(lease.Holder) == true);
        return new(GapDetector.Detect(last, watch, now, state.Timer), watch, lease);
    }

    /// <summary>Records it and replaces the checkpoint. Where the person's rule says to cut, that is a command of its
    /// own, which can be undone.</summary>
    /// <returns>The gap, if there was one.</returns>
    internal GapId? Record(WriteTransaction transaction, StoreState state, Moment now)
    {
        GapId? gap = null;
        if (Findings.Gap is { } found)
        {
            var id = FreshId();
            (var made, var operations) = Observer.Record(state, id, found, now);
            LedgerWriter.Append(transaction, id, operations, now.Reading);
            gap = made;
            CutByRule(transaction, made, found.Kind, now);
        }

        foreach (var happened in Events(now.Reading))
        {
            ClockEventTable.Insert(transaction, happened);
        }

        if (Watch == Watch.Broken)
        {
            LeaseTable.Clear(transaction, LeaseTable.Watch);
        }

        CheckpointTable.Write(transaction, Checkpoint.Next(state, now.Reading));
        return gap;
    }

    private static CommandId FreshId() => CommandId.FromFresh(Guid.CreateVersion7());

    private static void CutByRule(WriteTransaction transaction, GapId gap, GapKind kind, Moment now)
    {
        var state = new StoreState(transaction);
        if (state.Policy[kind].Action != GapAction.Discard || state.FindGap(gap) is not { IsOpen: true })
        {
            return;
        }

        var (id, command) = (FreshId(), new Command.Resolve(gap, new Resolution.Discard()));
        if (Decider.Decide(state, id, command, now) is Decision.Accepted accepted)
        {
            LedgerWriter.Write(
                transaction, id, command, accepted, Checkpoint.Next(state, now.Reading), changedBefore: [], step: null);
        }
    }

    private IEnumerable<ClockEvent> Events(Reading now)
    {
        if (Findings.Step is { } step)
        {
            yield return new(ClockEventKind.Step, step, now.UtcMicroseconds);
        }

        if (Findings.Stall is { } stall)
        {
            yield return new(ClockEventKind.Stall, stall, now.UtcMicroseconds);
        }
    }
}
