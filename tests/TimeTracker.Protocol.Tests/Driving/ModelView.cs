using TimeTracker.Protocol.Tests.Checks;
using TimeTracker.Protocol.Tests.Model;

namespace TimeTracker.Protocol.Tests.Driving;

/// <summary>What the model shows of a world.</summary>
internal static class ModelView
{
    internal static SystemView Of(ProtocolCase rules, World world) => new(
        [.. world.Server.Log.Select(row => new LogRowView(row.Op, row.Seen, row.Relayed))],
        [.. world.Stores.Select(store => store.File is { } file ? Of(rules, file) : StoreView.Nowhere)]);

    private static StoreView Of(ProtocolCase rules, StoreFile file) => new(
        file.Feed.Count,
        file.PullsAnew,
        [.. file.Outbox.OrderBy(row => row.Op).Select(row => Of(file, row))],
        [.. Fold.Of(rules, file)]);

    private static OutboxRowView Of(StoreFile file, OutboxRow row) =>
        new(row.Op, row.Device == file.Device, row.Seq, row.Prev, row.Seen, row.Relayed, row.Verdict);
}
