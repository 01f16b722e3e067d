using TimeTracker.Domain;

namespace TimeTracker.Core;

/// <summary>What the timer does at a reading.</summary>
/// <param name="State">Idle, running or paused.</param>
/// <param name="Entry">The entry that runs or is paused; null while idle.</param>
/// <param name="Today">The time booked since the last local midnight, the running entry's up to the reading included.</param>
public sealed record TimerView(TimerState State, EntryView? Entry, TimeSpan Today);
