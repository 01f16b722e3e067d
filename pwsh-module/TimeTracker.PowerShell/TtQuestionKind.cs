namespace TimeTracker.PowerShell;

/// <summary>Why time inside an entry is doubtful.</summary>
public enum TtQuestionKind
{
    /// <summary>The machine slept.</summary>
    Suspend = 1,

    /// <summary>The program that watched the timer died.</summary>
    Crash = 2,

    /// <summary>The machine was started anew.</summary>
    Reboot = 3,

    /// <summary>You were seen to be away.</summary>
    Away = 4,

    /// <summary>Nobody looked for long, on a machine that cannot tell sleep from work.</summary>
    PossibleSuspend = 5,

    /// <summary>The entry's length is known by the wall clock alone.</summary>
    Estimated = 6,

    /// <summary>The entry ran on for longer than people work.</summary>
    Overlong = 7,
}
