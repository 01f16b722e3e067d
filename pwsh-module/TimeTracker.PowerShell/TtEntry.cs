using System.Globalization;
using TimeTracker.Core;
using TimeTracker.Domain;

namespace TimeTracker.PowerShell;

/// <summary>An entry, as it was when it was asked for.</summary>
public sealed class TtEntry
{
    private const int HourDigits = 4;

    internal TtEntry(EntryView view)
    {
        EntryId = view.Entry.Id.Value;
        Description = view.Entry.Description.Value;
        Project = view.Project;
        Tags = new(view.Entry.Tags);
        Billable = view.Entry.Billable;
        Start = view.Entry.Span.Start.ToDateTimeOffset();
        End = (view.Entry.Span as EntrySpan.Closed)?.End.ToDateTimeOffset();
        Duration = view.Duration;
        State = StateOf(view.Entry);
        Certainty = view.Certainty == Domain.Certainty.Certain ? TtCertainty.Certain : TtCertainty.Estimated;
        Overlaps = view.Overlaps;
        Unanswered = view.Unanswered;
    }

    /// <summary>Its name for ever.</summary>
    public Guid EntryId { get; }

    /// <summary>What the time was spent on.</summary>
    public string Description { get; }

    /// <summary>The project; null for none.</summary>
    public string? Project { get; }

    /// <summary>The tags.</summary>
    public TtTags Tags { get; }

    /// <summary>Whether someone is to be billed for it.</summary>
    public bool Billable { get; }

    /// <summary>Where it begins, with the offset of the zone in which it was made.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>Where it ended; null while it runs.</summary>
    public DateTimeOffset? End { get; }

    /// <summary>Its time; of a running entry, up to when it was asked for.</summary>
    public TimeSpan Duration { get; }

    /// <summary>The date of its start, as yyyy-MM-dd.</summary>
    public string Date => Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Its time in hours, to four digits behind the point: for spreadsheets.</summary>
    public double Hours => Math.Round(Duration.TotalHours, HourDigits);

    /// <summary>Whether it runs.</summary>
    public TtEntryState State { get; }

    /// <summary>How its duration is known.</summary>
    public TtCertainty Certainty { get; }

    /// <summary>Whether it shares time with another entry.</summary>
    public bool Overlaps { get; }

    /// <summary>How much of its duration is doubtful until Resolve-TtReview says what to do with it.</summary>
    public TimeSpan Unanswered { get; }

    internal static TtEntryState StateOf(Entry entry) => !entry.IsLive ? TtEntryState.Removed
        : entry.IsRunning ? TtEntryState.Running
        : TtEntryState.Stopped;
}
