namespace TimeTracker.NativeHost.Messages;

/// <summary>The local day that it is.</summary>
/// <param name="From">Its first instant.</param>
/// <param name="To">The first instant after it.</param>
/// <param name="Entries">What shares time with it, by start.</param>
/// <param name="Snapshot">With the day's totals.</param>
internal sealed record TodayResult(
    DateTimeOffset From, DateTimeOffset To, Listing<EntryMessage> Entries, SnapshotMessage Snapshot) : Result;
