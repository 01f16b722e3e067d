using TimeTracker.Core.Diagnostics;
using TimeTracker.Core.Storage;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Watching;

/// <summary>
/// Looks at the clocks and records what they show: with each command, when a front asks what runs, and, in a program
/// that keeps the watch, every 30 s while a timer runs. The lease sees to it that just one program does that.
/// </summary>
internal sealed class Watchkeeper(Database database, Func<Moment> now, LogFile log, bool keepsWatch)
{
    private readonly string _self = LeaseHolder.New();
    private Reading _told;

    /// <summary>Whether this tracker may take the lease.</summary>
    internal bool KeepsWatch => keepsWatch;

    /// <summary>What there is to record now; nothing is written.</summary>
    internal Observation Look(ISnapshot snapshot, Reading reading) =>
        Tell(Observation.Look(snapshot, new StoreState(snapshot), _self, reading), snapshot, reading);

    /// <summary>In a command's transaction, before it is decided.</summary>
    /// <param name="transaction">The command's.</param>
    /// <param name="state">What the command is then decided on, unless something was recorded.</param>
    /// <param name="moment">The command's.</param>
    internal (Observation Seen, GapId? Gap) Observe(WriteTransaction transaction, StoreState state, Moment moment)
    {
        var seen = Observation.Look(transaction, state, _self, moment.Reading);
        return (seen, seen.MustBeRecorded ? seen.Record(transaction, state, moment) : null);
    }

    /// <summary>In a command's transaction, after it was written: whoever keeps the watch begins with the timer.</summary>
    internal void Keep(WriteTransaction transaction, Reading reading)
    {
        if (keepsWatch && EntryTable.Open(transaction) is not null
            && (LeaseTable.Read(transaction, LeaseTable.Watch) is not { } lease || lease.Holder == _self))
        {
            LeaseTable.Write(transaction, LeaseTable.Watch, _self, Lease.ExpiryFrom(reading));
        }
    }

    /// <summary>Records what there is to record; where another program was faster there is nothing left.</summary>
    /// <param name="isGone">As in <see cref="Observation.Look"/>.</param>
    internal void Record(Func<string, bool>? isGone = null)
    {
        using var transaction = database.BeginWrite();
        var (state, moment) = (new StoreState(transaction), now());
        var seen = Observation.Look(transaction, state, _self, moment.Reading, isGone);
        if (seen.MustBeRecorded)
        {
            Commit(transaction, seen, seen.Record(transaction, state, moment));
        }
    }

    /// <summary>
    /// One look of the watch. While no timer runs it only reads. While another program keeps the watch, too.
    /// </summary>
    internal void Pulse()
    {
        using (var snapshot = database.BeginRead())
        {
            var state = new StoreState(snapshot);
            var seen = Observation.Look(snapshot, state, _self, now().Reading, LeaseHolder.IsGone);
            var isRunning = state.Timer is TimerState.Running;
            var isMine = seen.Lease?.Holder == _self;
            var isFree = seen.Watch is Watch.None or Watch.Broken;
            if (!seen.MustBeRecorded && !(isRunning ? keepsWatch && (isMine || isFree) : isMine))
            {
                return;
            }
        }

        using var transaction = database.BeginWrite();
        var (again, moment) = (new StoreState(transaction), now());
        var found = Observation.Look(transaction, again, _self, moment.Reading, LeaseHolder.IsGone);
        var gap = found.Record(transaction, again, moment);
        Hand(transaction, found, moment.Reading);
        Commit(transaction, found, gap);
    }

    /// <summary>The last look of a program that ends: what it knows is saved, and its promise is taken back.</summary>
    internal void Save()
    {
        using (var snapshot = database.BeginRead())
        {
            if (LeaseTable.Read(snapshot, LeaseTable.Watch)?.Holder != _self)
            {
                return;
            }
        }

        using var transaction = database.BeginWrite();
        var (state, moment) = (new StoreState(transaction), now());
        var seen = Observation.Look(transaction, state, _self, moment.Reading);
        if (seen.Lease?.Holder == _self)
        {
            var gap = seen.Record(transaction, state, moment);
            LeaseTable.Clear(transaction, LeaseTable.Watch);
            Commit(transaction, seen, gap);
        }
    }

    /// <summary>Warns of what was recorded, once it is committed. Ids and amounts only.</summary>
    internal void Warn(Observation seen, GapId? gap)
    {
        if (seen.Findings.Gap is { } found)
        {
            log.Events.Warning(
                "Gap {Gap} in entry {Entry}: {Kind} of {Duration}, {Suspended} of it asleep",
                gap?.Value, found.Entry.Value, found.Kind, found.Range.Duration, found.Range.Suspended);
        }

        if (seen.Findings.Step is { } step)
        {
            log.Events.Warning("The wall clock was set by {Step}; no duration changes", step);
        }

        if (seen.Findings.Stall is { } stall)
        {
            log.Events.Warning("This program did not run for {Stall} although the machine was awake", stall);
        }
    }

    private void Hand(WriteTransaction transaction, Observation found, Reading reading)
    {
        var isRunning = EntryTable.Open(transaction) is not null;
        if (isRunning && keepsWatch && (found.Lease is null || found.Lease.Holder == _self || found.Watch == Watch.Broken))
        {
            LeaseTable.Write(transaction, LeaseTable.Watch, _self, Lease.ExpiryFrom(reading));
        }
        else if (!isRunning && found.Lease?.Holder == _self)
        {
            LeaseTable.Clear(transaction, LeaseTable.Watch);
        }
    }

    private void Commit(WriteTransaction transaction, Observation seen, GapId? gap)
    {
        // An outcome that is not known needs no look-up: the next look finds the checkpoint replaced, or the same gap.
        if (transaction.Commit() is CommitOutcome.Committed)
        {
            Warn(seen, gap);
        }
    }

    /// <summary>A long time without a look, while the machine was awake, is told once.</summary>
    private Observation Tell(Observation seen, ISnapshot snapshot, Reading reading)
    {
        if (seen.Findings.PollGap is { } silence && CheckpointTable.Read(snapshot) is { Reading: var last } && last != _told)
        {
            _told = last;
            log.Events.Information("Nobody looked for {Silence}; the machine was awake at {Utc}", silence, reading.UtcMicroseconds);
        }

        return seen;
    }
}
