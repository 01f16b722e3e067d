namespace TimeTracker.PowerShell;

/// <summary>How a duration is known.</summary>
public enum TtCertainty
{
    /// <summary>Measured, or stated by you.</summary>
    Certain,

    /// <summary>Taken from the wall clock across a reboot.</summary>
    Estimated,
}
