using TimeTracker.Core;
using TimeTracker.Domain;

namespace TimeTracker.PowerShell;

/// <summary>What a prompt can show, as data; Write-TtPrompt renders it.</summary>
public sealed class TtPromptStatus
{
    internal TtPromptStatus(TimerView? view)
    {
        State = view?.State switch
        {
            TimerState.Running => TtTimerState.Running,
            TimerState.Paused => TtTimerState.Paused,
            _ => TtTimerState.Idle,
        };
        (Description, Project) = (view?.Entry?.Entry.Description.Value, view?.Entry?.Project);
        (Duration, Today) = (view?.Entry?.Duration, view?.Today ?? TimeSpan.Zero);
    }

    /// <summary>Idle, running or paused; idle too where there is no store yet.</summary>
    public TtTimerState State { get; }

    /// <summary>What runs or is paused; null while idle.</summary>
    public string? Description { get; }

    /// <summary>Its project; null for none.</summary>
    public string? Project { get; }

    /// <summary>Its time so far.</summary>
    public TimeSpan? Duration { get; }

    /// <summary>All time booked since midnight.</summary>
    public TimeSpan Today { get; }
}
