namespace TimeTracker.Domain;

/// <summary>How a duration is known. The numbers are stored.</summary>
public enum Certainty
{
    /// <summary>Measured within one boot session, or stated by the person.</summary>
    Certain = 0,

    /// <summary>Taken from the wall clock across a reboot or a restored snapshot, which anything may have moved.</summary>
    Estimated = 1,
}
