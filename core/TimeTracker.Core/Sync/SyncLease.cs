using TimeTracker.Core.Storage;
using TimeTracker.Core.Watching;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Sync;

/// <summary>
/// The right to talk to the server: one worker among all processes on the store has it. It slides with each step, and
/// whoever lost it, paused for too long, changes nothing any more.
/// </summary>
/// <param name="Holder">The worker.</param>
/// <param name="Token">Grows each time that another worker takes over.</param>
internal sealed record SyncLease(string Holder, long Token)
{
    /// <summary>Takes the lease where it is free, or was this worker's; null while another worker has it.</summary>
    internal static SyncLease? TryTake(WriteTransaction transaction, string self, Reading now)
    {
        var lease = LeaseTable.Read(transaction, LeaseTable.Sync);
        if (lease is not null && lease.Holder != self && !lease.HasExpired(now) && !LeaseHolder.IsGone(lease.Holder))
        {
            return null;
        }

        LeaseTable.Write(transaction, LeaseTable.Sync, self, Lease.ExpiryFrom(now));
        return new(self, LeaseTable.Read(transaction, LeaseTable.Sync)!.Token);
    }

    /// <summary>Slides it; false where another worker took over, and then nothing may be written.</summary>
    internal bool Slide(WriteTransaction transaction, Reading now) =>
        LeaseTable.Slide(transaction, LeaseTable.Sync, Holder, Token, Lease.ExpiryFrom(now));

    /// <summary>Gives it back, so that the next worker need not wait.</summary>
    internal void Release(WriteTransaction transaction, Reading now) =>
        LeaseTable.Slide(transaction, LeaseTable.Sync, Holder, Token, now with { Monotonic = TimeSpan.Zero, UtcMicroseconds = 0 });
}
