using TimeTracker.Protocol.Tests.Model;

namespace TimeTracker.Protocol.Tests.Moves;

/// <summary>How a store comes to write under another device id.</summary>
internal static class Identity
{
    internal static World TakeNew(ProtocolCase rules, World world, int store, bool conflict)
    {
        var file = Outbox.WriteAs(rules, world.Stores[store].Here, DeviceIds.Fresh(world), conflict);
        var forked = world.Facts.ForkedInPeace || !rules.IsDisturbed(world);
        return world.With(store, file) with { Facts = world.Facts with { ForkedInPeace = forked } };
    }
}
