namespace TimeTracker.PowerShell;

/// <summary>What an entry does.</summary>
public enum TtEntryState
{
    /// <summary>It has ended.</summary>
    Stopped,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>It was removed, and can be brought back by Undo-TtCommand.</summary>
    Removed,
}
