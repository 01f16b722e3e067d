namespace TimeTracker.Core;

/// <summary>A project or a tag, and how it is used.</summary>
/// <param name="Name">The name; where spellings differ, that of the latest use.</param>
/// <param name="Entries">How many entries have it.</param>
/// <param name="Duration">The time of those that have ended.</param>
/// <param name="LastUsed">The latest start of them; null where there is none.</param>
public sealed record UsageView(string Name, long Entries, TimeSpan Duration, DateTimeOffset? LastUsed);
