using TimeTracker.Core;

namespace TimeTracker.NativeHost.Messages;

/// <summary>A stretch inside an entry that a person must judge.</summary>
internal sealed record QuestionMessage : ISized
{
    private const int OtherBytesMax = 256;

    internal QuestionMessage(QuestionView view)
    {
        var (gap, offset) = (view.Gap, TimeSpan.FromMinutes(view.Entry.Entry.Span.Start.OffsetMinutes));
        Id = gap.Id.Value;
        Kind = gap.Kind.ToString();
        From = gap.Range.From.ToDateTimeOffset(offset);
        To = gap.Range.To.ToDateTimeOffset(offset);
        DurationMs = (long)gap.Range.Duration.TotalMilliseconds;
        Certainty = gap.Range.Certainty.ToString();
        Entry = new(view.Entry);
    }

    public Guid Id { get; }

    public string Kind { get; }

    public DateTimeOffset From { get; }

    public DateTimeOffset To { get; }

    public long DurationMs { get; }

    public string Certainty { get; }

    /// <summary>The entry that it lies in.</summary>
    public EntryMessage Entry { get; }

    /// <inheritdoc/>
    int ISized.BytesMax => OtherBytesMax + ((ISized)Entry).BytesMax;
}
