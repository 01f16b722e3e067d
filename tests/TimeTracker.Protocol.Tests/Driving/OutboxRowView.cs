using TimeTracker.Protocol.Tests.Model;

namespace TimeTracker.Protocol.Tests.Driving;

/// <summary>
/// A row of an outbox. Its device id is a name without a meaning; what can be compared is whether it is the store's
/// current one.
/// </summary>
internal readonly record struct OutboxRowView(
    int Op, bool IsCurrentDevices, int Seq, int Prev, int Seen, bool Relayed, Verdict Verdict)
{
    public override string ToString() =>
        $"op{Op}: {(IsCurrentDevices ? "" : "old ")}seq {Seq} after {Prev}, seen {Seen}"
        + $"{(Relayed ? ", relayed" : "")}, {Verdict}";
}
