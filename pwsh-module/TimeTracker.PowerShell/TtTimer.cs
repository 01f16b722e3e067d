using TimeTracker.Core;
using TimeTracker.Domain;

namespace TimeTracker.PowerShell;

/// <summary>What the timer did when it was asked.</summary>
public sealed class TtTimer
{
    internal TtTimer(TimerView view)
    {
        State = view.State switch
        {
            TimerState.Running => TtTimerState.Running,
            TimerState.Paused => TtTimerState.Paused,
            _ => TtTimerState.Idle,
        };
        Today = view.Today;
        (TodayUnanswered, TodayEstimated) = (view.TodayUnanswered, view.TodayEstimated);
        OpenQuestions = view.OpenQuestions;
        LastClockEvent = view.LastClockEvent is { } happened ? new TtClockEvent(happened) : null;
        Sync = view.Sync is { } summary ? new TtSyncSummary(summary) : null;
        if (view.Entry is not null)
        {
            var entry = new TtEntry(view.Entry);
            (EntryId, Description, Project, Tags) = (entry.EntryId, entry.Description, entry.Project, entry.Tags);
            (Start, Duration, Certainty) = (entry.Start, entry.Duration, entry.Certainty);
            Unanswered = entry.Unanswered;
        }
    }

    /// <summary>Idle, running or paused.</summary>
    public TtTimerState State { get; }

    /// <summary>The entry that runs or is paused; null while idle.</summary>
    public Guid? EntryId { get; }

    /// <summary>What it is for.</summary>
    public string? Description { get; }

    /// <summary>Its project.</summary>
    public string? Project { get; }

    /// <summary>Its tags.</summary>
    public IReadOnlyList<string> Tags { get; } = [];

    /// <summary>Where it began.</summary>
    public DateTimeOffset? Start { get; }

    /// <summary>Its time so far.</summary>
    public TimeSpan? Duration { get; }

    /// <summary>How its duration is known.</summary>
    public TtCertainty? Certainty { get; }

    /// <summary>How much of its duration is doubtful until Resolve-TtReview says what to do with it.</summary>
    public TimeSpan? Unanswered { get; }

    /// <summary>How many questions Get-TtReview lists.</summary>
    public int OpenQuestions { get; }

    /// <summary>The last thing that the clocks did; null for none so far.</summary>
    public TtClockEvent? LastClockEvent { get; }

    /// <summary>What waits for other devices; null where the store is connected to no server.</summary>
    public TtSyncSummary? Sync { get; }

    /// <summary>All time booked since midnight, that of the running entry included.</summary>
    public TimeSpan Today { get; }

    /// <summary>How much of today's time is doubtful until Resolve-TtReview says what to do with it.</summary>
    public TimeSpan TodayUnanswered { get; }

    /// <summary>How much of the rest of today's time is known by the wall clock alone; what then remains is certain.</summary>
    public TimeSpan TodayEstimated { get; }
}
