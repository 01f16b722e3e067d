using TimeTracker.Protocol.Tests.Model;

namespace TimeTracker.Protocol.Tests.Driving;

/// <summary>What can be seen of a system from the outside. Two systems that agree have equal views.</summary>
/// <param name="Log">The server's log for the user.</param>
/// <param name="Stores">Each place for a store.</param>
internal sealed record SystemView(Seq<LogRowView> Log, Seq<StoreView> Stores)
{
    public override string ToString() => $"log {Log}\n{string.Join('\n', (IEnumerable<StoreView>)Stores)}";
}
