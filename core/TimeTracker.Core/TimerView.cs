using TimeTracker.Domain;

namespace TimeTracker.Core;

/// <summary>What the timer does at a reading.</summary>
/// <param name="State">Idle, running or paused.</param>
/// <param name="Entry">The entry that runs or is paused; null while idle.</param>
/// <param name="Today">The time booked since the last local midnight, the running entry's up to the reading included.</param>
public sealed record TimerView(TimerState State, EntryView? Entry, TimeSpan Today)
{
    /// <summary>How much of <see cref="Today"/> waits for an answer.</summary>
    public TimeSpan TodayUnanswered { get; init; }

    /// <summary>How much of the rest of <see cref="Today"/> is known by the wall clock alone; what then remains is certain.</summary>
    public TimeSpan TodayEstimated { get; init; }

    /// <summary>How many questions wait for an answer, in all entries.</summary>
    public int OpenQuestions { get; init; }

    /// <summary>The last thing that the clocks did; null for none so far.</summary>
    public ClockEvent? LastClockEvent { get; init; }

    /// <summary>How the store stands with its server; null where it is connected to none.</summary>
    public SyncSummary? Sync { get; init; }
}
