using TimeTracker.Core.Diagnostics;
using TimeTracker.Core.Storage;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Sync;

/// <summary>
/// Runs passes: at once when there is something new, else every 60 s, and after a failure when the schedule says. Its
/// only endless loop is the supervisor's.
/// </summary>
internal sealed class SyncWorker(
    Database database, ISyncServer server, Func<Reading> read, TimeProvider time, LogFile log, string self)
{
    /// <summary>How often it looks without being woken.</summary>
    internal static readonly TimeSpan Period = TimeSpan.FromSeconds(60);

    private readonly SyncPass _pass = new(database, server, read, self);

    /// <summary>One pass and what the store is to know of it; gives back how long to wait for the next.</summary>
    internal async Task<TimeSpan> RunOnce(CancellationToken cancellation)
    {
        if (Status() is not { IsShutOut: false } before)
        {
            return Period;
        }

        var now = time.GetUtcNow();
        if (before.NextAttempt is { } due && due > now && due - now <= RetrySchedule.RetryAfterCap)
        {
            return due - now < Period ? due - now : Period;
        }

        switch (await _pass.Run(cancellation).ConfigureAwait(false))
        {
            case PassOutcome.Done(var progress):
                if (before.LastSuccess is null || progress != default || before.Problem is not null
                    || now - before.LastSuccess > Period)
                {
                    Record(transaction => SyncStatusTable.Succeeded(transaction, Instant.MicrosecondsOf(now)));
                }

                return Period;
            case PassOutcome.ShutOut(var reason):
                log.Events.Warning("The server lets this device in no more: {Reason}", reason);
                Record(transaction => SyncStatusTable.ShutOut(transaction, reason));
                return Period;
            case PassOutcome.Failed(var reason, var retryAfter):
                var attempts = before.Attempts + 1;
                var wait = RetrySchedule.Wait(attempts, retryAfter, Random.Shared.NextDouble());
                log.Events.Warning("Sync failed, attempt {Attempt}, next in {Wait}: {Reason}", attempts, wait, reason);
                var next = Instant.MicrosecondsOf(now + wait);
                Record(transaction =>
                {
                    OutboxTable.Postpone(transaction, next);
                    SyncStatusTable.Failed(transaction, attempts, next, reason, SyncClient.IsCircuitOpen(reason));
                });
                return wait < Period ? wait : Period;
            default:
                return Period;
        }
    }

    /// <summary>Gives the lease back.</summary>
    internal void Release() => _pass.Release();

    private SyncConnection? Status()
    {
        using var snapshot = database.BeginRead();
        return SyncStatusTable.Read(snapshot);
    }

    private void Record(Action<WriteTransaction> change)
    {
        using var transaction = database.BeginWrite();
        change(transaction);

        // Told again by the next pass where this one was not written.
        _ = transaction.Commit();
    }
}
