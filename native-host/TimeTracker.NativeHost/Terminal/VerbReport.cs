using TimeTracker.NativeHost.Messages;

namespace TimeTracker.NativeHost.Terminal;

/// <summary>What came of a verb, for a person and, by --json, for a program.</summary>
/// <param name="Verb">The verb.</param>
/// <param name="Items">One for each thing that was looked at or done.</param>
internal sealed record VerbReport(string Verb, IReadOnlyList<ReportItem> Items)
{
    /// <summary>Whether all is well.</summary>
    public bool Ok => Items.All(item => item.Remedy is null);

    /// <summary>What is so now; null where that was not asked for.</summary>
    public SnapshotMessage? Snapshot { get; init; }
}
