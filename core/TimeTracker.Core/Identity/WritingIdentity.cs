using TimeTracker.Core.Diagnostics;
using TimeTracker.Core.Storage;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Identity;

/// <summary>
/// Sees to it, before anything is written, that a store writes under a name of its own. A copy on another machine, or a
/// file put in the place of the one last written, gets a new name, and what was not yet sent goes out under it: so two
/// copies never both write as one device.
/// </summary>
internal static class WritingIdentity
{
    internal static void Settle(Database database, StoreHome here, long nowUtc, LogFile log)
    {
        using (var snapshot = database.BeginRead())
        {
            if (IsSettled(snapshot, here))
            {
                return;
            }
        }

        try
        {
            using var transaction = database.BeginWrite();
            Settle(transaction, here, nowUtc, log);
        }
        catch (DatabaseException unwritable) when (unwritable.Fault == DatabaseFault.ReadOnly)
        {
            // Nothing will be written, so under no wrong name either; it can still be read.
        }
    }

    /// <summary>Makes the store another device, which queues again all that the server may not have.</summary>
    internal static DeviceId TakeNew(WriteTransaction transaction, long nowUtc)
    {
        var id = new DeviceId(Guid.CreateVersion7());
        DeviceTable.Replace(transaction, id, nowUtc);
        OutboxTable.Requeue(transaction, id);
        return id;
    }

    private static void Settle(WriteTransaction transaction, StoreHome here, long nowUtc, LogFile log)
    {
        // Another program may have settled it since; then this writes what is there already.
        var home = HomeTable.Read(transaction);
        var isCopy = home is not null && !home.IsSameAs(here);
        if (isCopy || DeviceTable.Current(transaction) is null)
        {
            var id = TakeNew(transaction, nowUtc);
            if (isCopy)
            {
                log.Events.Warning("This store was copied or put back; it writes as the new device {Device}", id.Value);
            }
        }

        HomeTable.Write(transaction, here);
        switch (transaction.Commit())
        {
            case CommitOutcome.NotCommitted(var fault, var reason):
                throw new DatabaseException(fault, $"the store's identity was not written: {reason}");
            case CommitOutcome.Unknown(var fault, var reason):
                throw new DatabaseException(fault, $"whether the store's identity was written is unknown: {reason}");
        }
    }

    private static bool IsSettled(ISnapshot snapshot, StoreHome here) =>
        HomeTable.Read(snapshot) is { } home && home == here.Or(home);
}
