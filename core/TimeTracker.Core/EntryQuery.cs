namespace TimeTracker.Core;

/// <summary>Which entries to list: those that share time with [From, To) and meet every other condition given.</summary>
/// <param name="From">The first instant.</param>
/// <param name="To">The first instant after.</param>
public sealed record EntryQuery(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>A project's name in any spelling.</summary>
    public string? Project { get; init; }

    /// <summary>A tag in any spelling.</summary>
    public string? Tag { get; init; }

    /// <summary>A part of the description, in any case.</summary>
    public string? Text { get; init; }
}
