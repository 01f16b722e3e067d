namespace TimeTracker.PowerShell;

/// <summary>How other entries give way to a time that you give.</summary>
public enum TtAdjustment
{
    /// <summary>They lose the part that overlaps; one that lies within is removed.</summary>
    Trim = 1,

    /// <summary>They move out of the way, each with its length.</summary>
    Shift = 2,

    /// <summary>As Trim, and one that goes on after is cut in two.</summary>
    Split = 3,
}
