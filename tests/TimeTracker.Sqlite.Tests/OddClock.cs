namespace TimeTracker.Sqlite.Tests;

/// <summary>One moment, with all its digits.</summary>
internal sealed class OddClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 2, 20, 4, 17, 5, 123, 456, TimeSpan.Zero);
}
