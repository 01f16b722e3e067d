namespace TimeTracker.Domain;

/// <summary>A gap that two readings show, before it is recorded.</summary>
/// <param name="Entry">The entry that ran.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Range">Where.</param>
public sealed record GapFound(EntryId Entry, GapKind Kind, GapRange Range);
