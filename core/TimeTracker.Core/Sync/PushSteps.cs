using TimeTracker.Core.Identity;
using TimeTracker.Core.Storage;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Sync;

/// <summary>What is sent, and what an answer changes.</summary>
internal static class PushSteps
{
    /// <summary>The next push; null where nothing waits, or the feed is being pulled anew, which comes first.</summary>
    /// <param name="snapshot">The store.</param>
    /// <param name="operationsMax">At most so many operations.</param>
    internal static PushRequest? Next(ISnapshot snapshot, int operationsMax)
    {
        if (FeedTable.IsPulledAnew(snapshot) || DeviceTable.Current(snapshot) is not { } device)
        {
            return null;
        }

        var batch = FittingIn(OutboxTable.Unsent(snapshot, device, operationsMax));
        return batch.Count > 0 ? new(device, FeedTable.Cursor(snapshot), batch) : null;
    }

    /// <summary>Records the verdicts; what was rejected counts no more.</summary>
    /// <returns>False where this is no answer to the request: nothing was acknowledged, and nothing is written.</returns>
    internal static bool Settle(WriteTransaction transaction, PushRequest request, PushResponse response)
    {
        if (!response.Answers(request))
        {
            return false;
        }

        var parked = new List<Guid>();
        foreach (var (operation, verdict) in request.Operations.Zip(response.Verdicts, (sent, said) => (sent, said.Verdict)))
        {
            OutboxTable.Settle(transaction, request.Device, operation, verdict);
            if (verdict is Verdict.Rejected)
            {
                parked.Add(OperationTable.EntityOf(transaction, operation.Id)!.Value);
            }
        }

        if (parked.Count > 0)
        {
            EntityMerger.Fold(transaction, parked);
        }

        return true;
    }

    /// <summary>The server has other numbers of this device: another copy of the store wrote under its name.</summary>
    internal static void TakeNewDevice(WriteTransaction transaction, long nowUtc) =>
        WritingIdentity.TakeNew(transaction, nowUtc);

    private static List<PushOperation> FittingIn(List<PushOperation> unsent)
    {
        // A kilobyte for what stands around the operations; the longest of them fits in by itself.
        var bytes = 1024;
        return [.. unsent.TakeWhile(operation =>
        {
            bytes += PushOperation.WireBytesMax(operation.Payload.Length);
            return bytes <= WireLimits.RequestBytesMax;
        })];
    }
}
