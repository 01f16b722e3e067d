namespace TimeTracker.Protocol.Tests.Driving;

/// <summary>A row of the log.</summary>
internal readonly record struct LogRowView(int Op, int Seen, bool Relayed)
{
    public override string ToString() => $"op{Op} (seen {Seen}{(Relayed ? ", relayed" : "")})";
}
