namespace TimeTracker.Domain;

/// <summary>Why a command left everything as it was.</summary>
public enum NothingToDoReason
{
    /// <summary>No entry runs.</summary>
    NotRunning = 1,

    /// <summary>The entry that the command meant has ended already.</summary>
    EntryHasEnded = 2,

    /// <summary>The timer is paused already.</summary>
    AlreadyPaused = 3,

    /// <summary>The timer runs already.</summary>
    AlreadyRunning = 4,

    /// <summary>The entry is removed already.</summary>
    AlreadyRemoved = 5,

    /// <summary>The entry is already as the command would make it.</summary>
    NoChange = 6,

    /// <summary>The question has this answer already.</summary>
    AlreadyAnswered = 7,

    /// <summary>A gap covers that time already.</summary>
    AlreadyKnown = 8,

    /// <summary>The break that the command meant has ended already.</summary>
    BreakHasEnded = 9,
}
