using System.Globalization;

namespace TimeTracker.PowerShell.Views;

/// <summary>How durations and instants read in views and messages.</summary>
public static class ViewText
{
    private const int DeviceDigits = 8;
    private const string NotConnected = "not connected";

    /// <summary>Hours, minutes and seconds: 1:05:12, also beyond a day.</summary>
    public static string Duration(TimeSpan? duration) => duration is { } time
        ? string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}")
        : string.Empty;

    /// <summary>An open question in one line.</summary>
    public static string Question(TtQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return $"{question.Kind} of {Duration(question.Duration)} from {Instant(question.From)} in '{question.Description}'";
    }

    /// <summary>What waits, in one line: for you, and for other devices.</summary>
    public static string Status(TtTimer timer)
    {
        ArgumentNullException.ThrowIfNull(timer);
        var questions = timer.OpenQuestions switch
        {
            0 => "no open questions",
            1 => "1 open question, see Get-TtReview",
            var many => $"{many} open questions, see Get-TtReview",
        };
        return $"{questions}; sync: {timer.Sync?.ToString() ?? NotConnected}";
    }

    /// <summary>What is shown of a connection: the server and the user, or that there is none.</summary>
    public static string Server(TtSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        return sync.Server is null ? NotConnected : $"{sync.Server} as {sync.User}";
    }

    /// <summary>A conflict in one line.</summary>
    internal static string Conflict(TtConflict conflict) =>
        $"{conflict.Field} of '{conflict.Subject}': mine {conflict.Mine}, theirs {conflict.Theirs}";

    /// <summary>What waits for other devices: numbers where there are any, and what went wrong.</summary>
    internal static string Sync(TtSyncSummary summary)
    {
        string[] waiting =
        [
            .. Number(summary.Pending, "pending"),
            .. Number(summary.Parked, "parked"),
            .. Number(summary.Conflicts, summary.Conflicts == 1 ? "conflict" : "conflicts"),
        ];
        var state = waiting.Length > 0 ? string.Join(", ", waiting)
            : summary.LastSuccess is null ? "not synced yet"
            : "up to date";
        return summary.Problem is null ? state : Plain($"{state}; {summary.Problem}");

        static string[] Number(long number, string what) =>
            number == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"{number} {what}")];
    }

    /// <summary>The time that a report covers, and its sum.</summary>
    public static string Period(TtReportLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return $"{Instant(line.From)} to {Instant(line.To)}, {Duration(line.ReportTotal)} in all";
    }

    /// <summary>Text from anywhere, shown to a terminal and not obeyed by it.</summary>
    internal static string Plain(string text) => string.Concat(text.Select(unit => char.IsControl(unit) ? '?' : unit));

    /// <summary>Who made a change: 'here', or the last digits of the other device's id.</summary>
    public static string Device(TtHistoryItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.IsThisDevice ? "here" : item.Device?.ToString("N")[^DeviceDigits..] ?? "?";
    }

    /// <summary>The digits of a step's id that tell it from others, which Tab completes.</summary>
    public static string Step(Guid id) => id.ToString()[^10..^2];

    /// <summary>Date and time, with the offset from UTC where it is not that of here and now.</summary>
    public static string Instant(DateTimeOffset? instant) => instant is { } time
        ? time.ToString(
            time.Offset == TimeZoneInfo.Local.GetUtcOffset(DateTimeOffset.UtcNow) ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm:ss zzz",
            CultureInfo.InvariantCulture)
        : string.Empty;
}
