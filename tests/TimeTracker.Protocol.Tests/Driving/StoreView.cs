using TimeTracker.Protocol.Tests.Model;

namespace TimeTracker.Protocol.Tests.Driving;

/// <summary>What can be seen of a store; of a place where none lies, nothing.</summary>
/// <param name="Cursor">How far it has pulled.</param>
/// <param name="PullsAnew">Whether it pulls all from the start again.</param>
/// <param name="Outbox">Its outbox, by operation.</param>
/// <param name="State">The operations in the order in which they are folded; a digest stands for it.</param>
internal sealed record StoreView(int Cursor, bool PullsAnew, Seq<OutboxRowView> Outbox, Seq<int> State)
{
    internal static StoreView Nowhere { get; } = new(0, false, [], []);

    public override string ToString() =>
        $"cursor {Cursor}{(PullsAnew ? ", pulls anew" : "")}, outbox {Outbox}, state {State}";
}
