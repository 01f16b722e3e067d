using TimeTracker.Domain;

namespace TimeTracker.Core.Storage;

/// <summary>An entry as its row has it.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Overlaps">Whether it shares time with another live entry.</param>
/// <param name="SpanPosition">The ledger's position of the operation that last set its span.</param>
internal sealed record EntryRecord(Entry Entry, bool Overlaps, long SpanPosition);
