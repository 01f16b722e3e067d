namespace TimeTracker.Domain;

/// <summary>What the clocks did that changes no duration. The numbers are stored and are only ever added to.</summary>
public enum ClockEventKind
{
    /// <summary>The wall clock was set.</summary>
    Step = 1,

    /// <summary>A program that looks every 30 s was kept from running while the machine was awake.</summary>
    Stall = 2,
}
