using TimeTracker.Core;
using TimeTracker.Domain;
using TimeTracker.NativeHost.Messages;

namespace TimeTracker.NativeHost;

/// <summary>Puts together what a popup shows at once. Asking what runs looks at the clocks and records what they show.</summary>
internal static class SnapshotSource
{
    private const int RecentMax = 8;
    private const int UndoneShownMax = 3;

    /// <param name="tracker">The store.</param>
    /// <param name="sequence">The snapshot's number.</param>
    /// <param name="change">The number of the change behind it.</param>
    /// <param name="now">The person's wall clock.</param>
    internal static SnapshotMessage Take(Tracker tracker, long sequence, long change, DateTimeOffset now)
    {
        var timer = tracker.Timer();
        return new()
        {
            Sequence = sequence,
            Change = change,
            Taken = now,
            State = timer.State switch
            {
                TimerState.Running => "running",
                TimerState.Paused => "paused",
                _ => "idle",
            },
            Entry = timer.Entry is { } entry ? new(entry) : null,
            Today = new(Ms(timer.Today), Ms(timer.TodayUnanswered), Ms(timer.TodayEstimated)),
            Questions = timer.OpenQuestions,
            Undo = tracker.LatestUndoable() is { } undo ? Of(undo, now.Offset) : null,
            Recent = Recent(tracker.Completion.Entries(string.Empty)),
            Sync = SyncMessage.Of(tracker.Sync.Status()),
        };
    }

    /// <summary>The latest of each thing that was worked on: the same words, project and tags are one thing.</summary>
    internal static IReadOnlyList<EntryMessage> Recent(IEnumerable<EntryView> latestFirst) =>
    [
        .. latestFirst
            .DistinctBy(view => (view.Entry.Description.Value, view.Entry.Project, view.Entry.Tags))
            .Take(RecentMax)
            .Select(view => new EntryMessage(view)),
    ];

    private static UndoMessage Of(UndoableStep undo, TimeSpan offset) => new(
        undo.Latest.Value, undo.Verb.ToString(), undo.At.ToOffset(offset), [.. undo.Descriptions.Take(UndoneShownMax)]);

    private static long Ms(TimeSpan amount) => (long)amount.TotalMilliseconds;
}
