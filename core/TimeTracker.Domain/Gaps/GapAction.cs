namespace TimeTracker.Domain;

/// <summary>What is done with a new gap. The names are stored.</summary>
public enum GapAction
{
    /// <summary>It becomes a question.</summary>
    Ask = 0,

    /// <summary>It is recorded as kept.</summary>
    Keep = 1,

    /// <summary>It is cut at once, by a command that can be undone.</summary>
    Discard = 2,
}
