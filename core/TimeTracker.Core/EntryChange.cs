namespace TimeTracker.Core;

/// <summary>An entry before and after a change.</summary>
/// <param name="Before">Null where the change makes it.</param>
/// <param name="After">As it is after.</param>
public sealed record EntryChange(EntryView? Before, EntryView After);
