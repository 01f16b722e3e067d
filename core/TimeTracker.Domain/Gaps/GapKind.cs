namespace TimeTracker.Domain;

/// <summary>Why a stretch of an entry needs a person's judgement. The numbers are stored and are only ever added to.</summary>
public enum GapKind
{
    /// <summary>The machine slept: measured, to the microsecond.</summary>
    Suspend = 1,

    /// <summary>The program that watched the timer died, and nobody knows until when the person worked.</summary>
    Crash = 2,

    /// <summary>The machine was started anew, or its clocks count from another origin: nothing between can be measured.</summary>
    Reboot = 3,

    /// <summary>A front saw that the person was away.</summary>
    Away = 4,

    /// <summary>Nobody looked for long, on a machine that cannot tell sleep from work.</summary>
    PossibleSuspend = 5,

    /// <summary>The entry's length is known by the wall clock alone, and no other question covers that.</summary>
    Estimated = 6,

    /// <summary>The entry ran on for longer than people work without a break.</summary>
    Overlong = 7,
}
