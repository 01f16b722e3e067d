using TimeTracker.Domain;

namespace TimeTracker.Core;

/// <summary>An open question as a front shows it.</summary>
/// <param name="Gap">The stretch to judge.</param>
/// <param name="Entry">The entry that it lies in.</param>
public sealed record QuestionView(Gap Gap, EntryView Entry);
