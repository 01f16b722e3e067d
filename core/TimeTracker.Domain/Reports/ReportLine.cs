namespace TimeTracker.Domain;

/// <summary>One line of a report.</summary>
/// <param name="Group">The project or tag, or the day as yyyy-MM-dd; null for entries without, or all.</param>
/// <param name="Totals">The time.</param>
/// <param name="Entries">How many entries have a part in it.</param>
public sealed record ReportLine(string? Group, Totals Totals, int Entries);
