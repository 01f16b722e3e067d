namespace TimeTracker.Domain;

/// <summary>An entry with the reading that its time is counted from.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="SpanReading">The clocks at the operation that last set its span.</param>
public sealed record FoldedEntry(Entry Entry, Reading SpanReading);
