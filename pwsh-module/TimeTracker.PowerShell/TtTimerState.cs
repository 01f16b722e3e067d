namespace TimeTracker.PowerShell;

/// <summary>What the timer does.</summary>
public enum TtTimerState
{
    /// <summary>Nothing runs.</summary>
    Idle,

    /// <summary>An entry runs.</summary>
    Running,

    /// <summary>A recorded break.</summary>
    Paused,
}
