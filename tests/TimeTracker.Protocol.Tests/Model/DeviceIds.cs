using System.Numerics;

namespace TimeTracker.Protocol.Tests.Model;

/// <summary>
/// Device ids are names without a meaning: the lowest that nothing refers to is as good as a new one. So a world that
/// differs from another only in ids it has forgotten is the same state, and a run that takes ids for ever comes round.
/// </summary>
internal static class DeviceIds
{
    internal static int Fresh(World world)
    {
        var used = 0UL;
        foreach (var store in world.Stores)
        {
            used |= In(store.File) | In(store.Kept);
            foreach (var worker in store.Workers)
            {
                used |= worker switch
                {
                    Worker.Awaiting(var request, _) => In(request),
                    Worker.HoldingPage(var page) => In(page.Rows),
                    _ => 0,
                };
            }
        }

        foreach (var late in world.Late)
        {
            used |= In(late);
        }

        foreach (var half in world.Server.InHand)
        {
            used |= In(half.Request);
        }

        used |= In(world.Server.Journal) | In(world.Server.Abandoned) | Enrolled(world.Stores.Count);
        return BitOperations.TrailingZeroCount(~used);
    }

    /// <summary>0 means none, and the ids with which the stores were enrolled stay theirs.</summary>
    private static ulong Enrolled(int stores) => (2UL << stores) - 1;

    private static ulong In(StoreFile? file)
    {
        if (file is null)
        {
            return 0;
        }

        var used = Bit(file.Device) | Bit(file.Predecessor) | In(file.Feed) | In(file.Aside.Rows);
        foreach (var row in file.Outbox)
        {
            used |= Bit(row.Device);
        }

        return used;
    }

    private static ulong In(PushRequest request) => Bit(request.Device) | Bit(request.Predecessor) | In(request.Cursor);

    private static ulong In(Seq<FeedRow> rows)
    {
        var used = 0UL;
        foreach (var row in rows)
        {
            used |= Bit(row.Device);
        }

        return used;
    }

    private static ulong In(Seq<JournalEntry> journal)
    {
        var used = 0UL;
        foreach (var entry in journal)
        {
            used |= Bit(entry.Device);
        }

        return used;
    }

    private static ulong Bit(int device) => 1UL << device;
}
