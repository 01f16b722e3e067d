namespace TimeTracker.PowerShell;

/// <summary>What the clocks did.</summary>
public enum TtClockEventKind
{
    /// <summary>The wall clock was set.</summary>
    Step,

    /// <summary>A program was kept from running while the machine was awake.</summary>
    Stall,
}
