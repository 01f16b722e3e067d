using TimeTracker.Protocol.Tests.Model;

namespace TimeTracker.Protocol.Tests.Moves;

/// <summary>What the server does with the requests that reach it.</summary>
internal static class ServerMoves
{
    internal static void AddTo(List<Move> moves, ProtocolCase rules, World world)
    {
        for (var store = 0; store < world.Stores.Count; store++)
        {
            for (var worker = 0; worker < rules.Workers; worker++)
            {
                if (world.Stores[store].Workers[worker] is Worker.Awaiting(var request, false))
                {
                    moves.Add(Handle(rules, world, new(store, worker), request));
                }
            }
        }

        for (var index = 0; index < world.Late.Count; index++)
        {
            var arrived = world with { Late = world.Late.RemoveAt(index) };
            moves.Add(Handle(rules, arrived, Sender.Nobody, world.Late[index]));
        }

        for (var index = 0; index < world.Server.InHand.Count; index++)
        {
            moves.Add(End(rules, world, index));
        }
    }

    /// <summary>The network has one request less, and its worker has the answer under way.</summary>
    internal static World Answer(World world, Sender from, Reply reply) =>
        from != Sender.Nobody && world.Stores[from.Store].Workers[from.Worker] is Worker.Awaiting
            ? world.With(from.Store, world.Stores[from.Store].With(from.Worker, new Worker.Answered(reply)))
            : world;

    private static Move Handle(ProtocolCase rules, World world, Sender from, PushRequest request)
    {
        var reply = PushRule.Decide(rules, world.Server, request, out var entries);
        return rules.Removal is Removal.EffectAndKeyTogether or Removal.UniqueKey or Removal.FeedNumbersUnderLock
            ? new(new Step.ServerBegins(from, request), Begin(rules, world, new(from, request, entries, reply)))
            : new(
                new Step.ServerHandles(from, request),
                Answer(world with { Server = world.Server.Noting(entries) }, from, reply));
    }

    private static World Begin(ProtocolCase rules, World world, HalfHandled half)
    {
        Seq<JournalEntry> now = rules.Removal switch
        {
            Removal.EffectAndKeyTogether => [.. half.Entries.Select(entry => entry with { HasKey = false })],
            Removal.FeedNumbersUnderLock => [.. half.Entries.Select(Reserved)],
            _ => [],
        };
        var begun = half.From == Sender.Nobody
            ? world
            : world.With(
                half.From.Store,
                world.Stores[half.From.Store].With(half.From.Worker, new Worker.Awaiting(half.Request, true)));
        var server = world.Server.Noting(now);
        return begun with { Server = server with { InHand = server.InHand.Add(half) } };
    }

    private static Move End(ProtocolCase rules, World world, int index)
    {
        var half = world.Server.InHand[index];
        var server = world.Server with { InHand = world.Server.InHand.RemoveAt(index) };
        server = rules.Without(Removal.UniqueKey)
            ? server.Noting(half.Entries)
            : server.With([.. server.Journal.Select(entry => Completed(entry, half.Entries))]);
        var answered = Answer(world with { Server = server }, half.From, half.Reply);
        return new(new Step.ServerEnds(half.From, half.Request), answered);
    }

    private static JournalEntry Reserved(JournalEntry entry) =>
        entry.Kind == EntryKind.Accepted ? entry with { Kind = EntryKind.Reserved } : entry;

    private static JournalEntry Completed(JournalEntry entry, Seq<JournalEntry> done)
    {
        foreach (var one in done)
        {
            if (one == entry with { HasKey = true } || Reserved(one) == entry)
            {
                return one;
            }
        }

        return entry;
    }
}
