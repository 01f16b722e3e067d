using TimeTracker.Domain;

namespace TimeTracker.Core;

/// <summary>An entry as a front shows it, at the reading at which it was asked for.</summary>
public sealed record EntryView
{
    /// <summary>The entry.</summary>
    public required Entry Entry { get; init; }

    /// <summary>The project's name; null for none.</summary>
    public string? Project { get; init; }

    /// <summary>Where it ended; of a running entry, where it would end at the reading.</summary>
    public required Instant EndOrNow { get; init; }

    /// <summary>How its duration is known.</summary>
    public required Certainty Certainty { get; init; }

    /// <summary>Whether it shares time with another entry.</summary>
    public bool Overlaps { get; init; }

    /// <summary>How much of its time lies in gaps that wait for an answer; the duration includes it.</summary>
    public TimeSpan Unanswered { get; init; }

    /// <summary>Its time, up to the reading where it runs.</summary>
    public TimeSpan Duration => EndOrNow - Entry.Span.Start.Instant;
}
