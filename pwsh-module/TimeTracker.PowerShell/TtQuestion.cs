using TimeTracker.Core;
using TimeTracker.Domain;

namespace TimeTracker.PowerShell;

/// <summary>An open question: a stretch of an entry that someone must judge.</summary>
public sealed class TtQuestion
{
    internal TtQuestion(QuestionView view)
    {
        var (gap, entry) = (view.Gap, view.Entry.Entry);
        QuestionId = gap.Id.Value;
        EntryId = entry.Id.Value;
        Kind = (TtQuestionKind)gap.Kind;
        Description = entry.Description.Value;
        Project = view.Entry.Project;
        From = Local(gap.Range.From);
        To = Local(gap.Range.To);
        Duration = gap.Range.Within(entry.Span.Start.Instant, view.Entry.EndOrNow);
        Suspended = gap.Range.Suspended;
        Slack = gap.Range.Slack;
        IsRunning = entry.IsRunning;
    }

    /// <summary>Its name for ever.</summary>
    public Guid QuestionId { get; }

    /// <summary>The entry that it lies in.</summary>
    public Guid EntryId { get; }

    /// <summary>Why it is asked.</summary>
    public TtQuestionKind Kind { get; }

    /// <summary>What the entry is for.</summary>
    public string Description { get; }

    /// <summary>The entry's project; null for none.</summary>
    public string? Project { get; }

    /// <summary>Where the doubtful time begins, in the zone of here and now.</summary>
    public DateTimeOffset From { get; }

    /// <summary>Where it ends.</summary>
    public DateTimeOffset To { get; }

    /// <summary>How much of the entry's time it is.</summary>
    public TimeSpan Duration { get; }

    /// <summary>How much of it the machine is known to have slept.</summary>
    public TimeSpan Suspended { get; }

    /// <summary>How much later the sleep may have begun; its length is exact.</summary>
    public TimeSpan Slack { get; }

    /// <summary>Whether the entry still runs.</summary>
    public bool IsRunning { get; }

    private static DateTimeOffset Local(Instant instant) =>
        TimeZoneInfo.ConvertTime(instant.ToDateTimeOffset(TimeSpan.Zero), TimeZoneInfo.Local);
}
