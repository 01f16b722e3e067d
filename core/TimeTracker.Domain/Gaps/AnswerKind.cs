namespace TimeTracker.Domain;

/// <summary>What became of a gap. The numbers are stored and are only ever added to.</summary>
public enum AnswerKind
{
    /// <summary>The entry keeps the time.</summary>
    Keep = 1,

    /// <summary>The time was cut; a running timer stopped where the gap begins.</summary>
    Discard = 2,

    /// <summary>The time was cut; a running timer goes on behind it.</summary>
    DiscardAndContinue = 3,

    /// <summary>The time went to another entry.</summary>
    Assign = 4,

    /// <summary>The time up to an instant was kept and the rest cut.</summary>
    Split = 5,
}
