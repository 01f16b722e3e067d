namespace TimeTracker.Domain;

/// <summary>Whether somebody had promised to look at the clocks since the last reading.</summary>
public enum Watch
{
    /// <summary>Nobody: the last program closed in order, or looked just once.</summary>
    None,

    /// <summary>A program that is still there.</summary>
    Kept,

    /// <summary>A program that has gone without closing.</summary>
    Broken,
}
