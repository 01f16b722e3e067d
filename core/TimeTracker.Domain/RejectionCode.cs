namespace TimeTracker.Domain;

/// <summary>The rules that can refuse a command. Numbers are stored and shown: they are never reused.</summary>
public enum RejectionCode
{
    /// <summary>A description needs at least one character.</summary>
    DescriptionEmpty = 1,

    /// <summary>A project's name needs at least one character.</summary>
    ProjectEmpty = 2,

    /// <summary>A tag needs at least one character.</summary>
    TagEmpty = 3,

    /// <summary>A text would not stay in one line, or would steer a terminal.</summary>
    ControlCharacters = 4,

    /// <summary>A text is longer than is kept.</summary>
    TooLong = 5,

    /// <summary>More tags than an entry has.</summary>
    TooManyTags = 6,

    /// <summary>A timer runs already.</summary>
    AlreadyRunning = 7,

    /// <summary>The machine's clock has lost the year.</summary>
    ClockUnset = 8,

    /// <summary>An instant that nothing is booked at.</summary>
    OutOfRange = 9,

    /// <summary>An instant that has not come yet.</summary>
    InTheFuture = 10,

    /// <summary>An end before its start.</summary>
    EndBeforeStart = 11,

    /// <summary>Time that another entry has already.</summary>
    Overlaps = 12,

    /// <summary>No such entry.</summary>
    UnknownEntry = 13,

    /// <summary>The entry was removed.</summary>
    EntryRemoved = 14,

    /// <summary>No entry to go on from.</summary>
    NothingToContinue = 15,

    /// <summary>No command to take back.</summary>
    NothingToUndo = 16,

    /// <summary>A later command stands on the one to take back, or came after the one that was meant.</summary>
    CannotUndo = 17,

    /// <summary>More changes than one command can have.</summary>
    TooManyChanges = 18,

    /// <summary>Another command was given under the same id.</summary>
    IdReused = 19,

    /// <summary>No such question.</summary>
    UnknownGap = 20,

    /// <summary>The question has another answer already.</summary>
    GapAnswered = 21,

    /// <summary>The entry no longer covers the gap's time.</summary>
    GapOutsideEntry = 22,

    /// <summary>An instant to split at that does not lie in the gap.</summary>
    SplitOutsideGap = 23,

    /// <summary>A text that names no instant.</summary>
    NotATime = 30,

    /// <summary>A local time that the clocks showed twice.</summary>
    AmbiguousTime = 31,

    /// <summary>A local time that the clocks skipped.</summary>
    SkippedTime = 32,

    /// <summary>A text that names no amount of time.</summary>
    NotAnAmount = 33,

    /// <summary>No undo that could be taken back.</summary>
    NothingToRedo = 34,

    /// <summary>Another entry cannot give way as was asked.</summary>
    CannotMakeRoom = 35,

    /// <summary>No such project.</summary>
    UnknownProject = 36,

    /// <summary>Another project has that name.</summary>
    ProjectExists = 37,

    /// <summary>An amount of time where an instant is asked for, or a text that could be either.</summary>
    AmountNotATime = 38,

    /// <summary>A date alone where an instant of it is asked for.</summary>
    DateNotATime = 39,

    /// <summary>A time of day that could be that of several days.</summary>
    SeveralDays = 40,

    /// <summary>A period that ends before it begins.</summary>
    PeriodReversed = 41,
}
