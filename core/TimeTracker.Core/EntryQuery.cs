using TimeTracker.Domain;

namespace TimeTracker.Core;

/// <summary>Which entries to list: those that share time with [From, To) and meet every other condition given.</summary>
/// <param name="From">The first instant.</param>
/// <param name="To">The first instant after.</param>
public sealed record EntryQuery(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Patterns of which one fits the project; any where there are none.</summary>
    public IReadOnlyList<NamePattern> Projects { get; init; } = [];

    /// <summary>Patterns of which one fits a tag, or the lack of one; any where there are none.</summary>
    public IReadOnlyList<NamePattern> Tags { get; init; } = [];

    /// <summary>A part of the description, in any spelling.</summary>
    public string? Text { get; init; }
}
