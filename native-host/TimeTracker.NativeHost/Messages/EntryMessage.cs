using TimeTracker.Core;
using TimeTracker.Domain;

namespace TimeTracker.NativeHost.Messages;

/// <summary>An entry at the reading at which it was asked for.</summary>
internal sealed record EntryMessage : ISized
{
    // Names, ids, instants and numbers take under 500; JSON's longest way to write a UTF-16 unit is \uXXXX.
    private const int OtherBytesMax = 512;
    private const int UnitBytesMax = 6;

    internal EntryMessage(EntryView view)
    {
        var entry = view.Entry;
        Id = entry.Id.Value;
        Description = entry.Description.Value;
        Project = view.Project;
        Tags = [.. entry.Tags];
        Billable = entry.Billable;
        State = !entry.IsLive ? "removed" : entry.IsRunning ? "running" : "stopped";
        Start = entry.Span.Start.ToDateTimeOffset();
        End = (entry.Span as EntrySpan.Closed)?.End.ToDateTimeOffset();
        DurationMs = (long)view.Duration.TotalMilliseconds;
        UnansweredMs = (long)view.Unanswered.TotalMilliseconds;
        Certainty = view.Certainty.ToString();
        Overlaps = view.Overlaps;
        Continues = entry.Continues?.Value;
    }

    public Guid Id { get; }

    public string Description { get; }

    public string? Project { get; }

    public IReadOnlyList<string> Tags { get; }

    public bool Billable { get; }

    /// <summary>running, stopped or removed.</summary>
    public string State { get; }

    public DateTimeOffset Start { get; }

    public DateTimeOffset? End { get; }

    public long DurationMs { get; }

    public long UnansweredMs { get; }

    public string Certainty { get; }

    public bool Overlaps { get; }

    public Guid? Continues { get; }

    /// <inheritdoc/>
    int ISized.BytesMax => OtherBytesMax
        + (UnitBytesMax * (Description.Length + (Project?.Length ?? 0) + Tags.Sum(tag => tag.Length + 1)));
}
