using TimeTracker.Protocol.Tests.Model;

namespace TimeTracker.Protocol.Tests.Moves;

/// <summary>How a store reads the feed, and what it does when the feed is not the one it knew.</summary>
internal static class Pulling
{
    internal static Page Read(ProtocolCase rules, Server server, StoreFile file)
    {
        var cursor = file.Feed.Count;
        if (!IsSameFeed(rules, server, file))
        {
            return new(cursor, [], false, OtherFeed: true);
        }

        var end = Math.Min(cursor + rules.PageMax, server.Log.Count);
        var rows = server.Log.Span[cursor..Math.Max(cursor, end)];

        // Where numbers are given out before their rows can be read, a page ends with the last row that can be.
        while (!rows.IsEmpty && rows[^1].Op == 0)
        {
            rows = rows[..^1];
        }

        return new(cursor, new(rows.ToArray()), AtHead: end >= server.Log.Count, OtherFeed: false);
    }

    /// <summary>Whether writing the page would change the store; else there is no reason to read it.</summary>
    internal static bool Changes(ProtocolCase rules, StoreFile file, Page page) =>
        page.OtherFeed || page.Rows.Count > 0 || (page.AtHead && (file.PullsAnew || IsLacking(rules, file)));

    internal static World Write(ProtocolCase rules, World world, int store, Page page)
    {
        var file = world.Stores[store].Here;
        if (page.OtherFeed)
        {
            return world.With(store, SetAside(rules, file));
        }

        if (page.After != file.Feed.Count)
        {
            return world;
        }

        var pulled = world.With(store, WithRows(file, page.Rows));
        return page.AtHead ? AtHead(rules, pulled, store) : pulled;
    }

    /// <summary>410: the feed's rows are set aside, and all is pulled from the start.</summary>
    internal static StoreFile SetAside(ProtocolCase rules, StoreFile file) =>
        file with { Feed = [], Aside = file.Aside.And(rules, file.Feed) };

    private static World AtHead(ProtocolCase rules, World world, int store)
    {
        var file = world.Stores[store].Here;
        var common = file.PullsAnew ? file.Aside.CommonWith(file.Feed) : file.Feed.Count;
        var settled = IsLacking(rules, file) ? Identity.TakeNew(rules, world, store, conflict: false) : world;
        file = settled.Stores[store].Here;
        var cut = rules.Without(Removal.CuttingSeen) ? file : Outbox.CutSeen(rules, file, common);
        return settled.With(store, cut with { Aside = default });
    }

    /// <summary>Whether the feed lacks an operation that was pulled before, or that the server had accepted.</summary>
    private static bool IsLacking(ProtocolCase rules, StoreFile file)
    {
        if (rules.Without(Removal.ProvisionalVerdicts))
        {
            return false;
        }

        foreach (var entry in file.Ledger)
        {
            var isExpected = !entry.Own || file.RowOf(entry.Op)?.Verdict is Verdict.Accepted or Verdict.Duplicate;
            if (isExpected && !file.FeedHas(entry.Op) && !IsPending(rules, file, entry.Op))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Parked, or on its way back to the server already.</summary>
    private static bool IsPending(ProtocolCase rules, StoreFile file, int op) => file.RowOf(op)?.Verdict switch
    {
        Verdict.Rejected => true,
        Verdict.None => !rules.Without(Removal.QueuedIsNotMissing),
        _ => false,
    };

    private static StoreFile WithRows(StoreFile file, Seq<FeedRow> rows)
    {
        var ledger = new List<LedgerEntry>(file.Ledger);
        foreach (var row in rows)
        {
            if (row.Op != 0 && !file.Has(row.Op))
            {
                ledger.Add(new(row.Op, false));
            }
        }

        return file with { Ledger = [.. ledger], Feed = [.. file.Feed.Span, .. rows.Span] };
    }

    private static bool IsSameFeed(ProtocolCase rules, Server server, StoreFile file) =>
        rules.Without(Removal.ChainInPull)
            ? file.Feed.Count == 0
                || (file.Feed.Count <= server.Log.Count && server.Log[file.Feed.Count - 1].Op == file.Feed[^1].Op)
            : rules.Without(Removal.FeedNumbersUnderLock) || server.Continues(file.Feed);
}
