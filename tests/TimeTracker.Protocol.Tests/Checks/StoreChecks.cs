using TimeTracker.Protocol.Tests.Model;

namespace TimeTracker.Protocol.Tests.Checks;

/// <summary>What holds of each store.</summary>
internal static class StoreChecks
{
    internal static void AddTo(List<Violation> found, ProtocolCase rules, World world)
    {
        foreach (var store in world.Stores)
        {
            if (store.File is { } file)
            {
                AddParked(found, rules, file);
                AddSkipped(found, file, world.Server.Log);
                AddVanished(found, rules, file);
                AddSent(found, store);
            }
        }
    }

    private static void AddParked(List<Violation> found, ProtocolCase rules, StoreFile file)
    {
        foreach (var row in file.Outbox)
        {
            if (row.Verdict == Verdict.Rejected && !rules.IsRefusable(row.Op))
            {
                found.Add(new(ViolationKind.GoodOneParked, $"op{row.Op} is parked"));
            }
        }
    }

    private static void AddSkipped(List<Violation> found, StoreFile file, Seq<FeedRow> log)
    {
        for (var index = 0; index < Math.Min(file.Feed.Count, log.Count); index++)
        {
            if (file.Feed[index].Op == 0 && log[index].Op != 0)
            {
                found.Add(new(ViolationKind.CursorSkips, $"a cursor is past op{log[index].Op}, which never came"));
            }
        }
    }

    private static void AddVanished(List<Violation> found, ProtocolCase rules, StoreFile file)
    {
        foreach (var entry in file.Ledger)
        {
            if (!Fold.Has(rules, file, entry.Op) && file.RowOf(entry.Op)?.Verdict != Verdict.Rejected)
            {
                found.Add(new(ViolationKind.Vanished, $"op{entry.Op} is in a ledger and not in its state"));
            }
        }
    }

    private static void AddSent(List<Violation> found, Store store)
    {
        foreach (var worker in store.Workers)
        {
            if (worker is Worker.Awaiting(var request, _))
            {
                foreach (var operation in request.Operations)
                {
                    if (operation.Seen > request.Cursor.Count)
                    {
                        found.Add(new(ViolationKind.SeenBeyondCursor, request.ToString()));
                    }
                }
            }
        }
    }
}
