namespace TimeTracker.PowerShell;

/// <summary>What is done with doubtful time.</summary>
public enum TtPolicyAction
{
    /// <summary>It becomes a question.</summary>
    Ask = 0,

    /// <summary>The entry keeps it.</summary>
    Keep = 1,

    /// <summary>It is cut at once; Undo-TtCommand brings it back.</summary>
    Discard = 2,
}
