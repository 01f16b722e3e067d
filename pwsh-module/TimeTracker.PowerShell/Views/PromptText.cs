using System.Globalization;

namespace TimeTracker.PowerShell.Views;

/// <summary>How the timer reads in a prompt: [1:05 Write the report], [paused Write the report], or nothing.</summary>
internal static class PromptText
{
    internal static string Of(TtPromptStatus status, int descriptionLength) => status.State switch
    {
        TtTimerState.Running => $"[{HoursAndMinutes(status.Duration)} {Cut(status.Description, descriptionLength)}] ",
        TtTimerState.Paused => $"[paused {Cut(status.Description, descriptionLength)}] ",
        _ => string.Empty,
    };

    private static string HoursAndMinutes(TimeSpan? duration) => duration is { } time
        ? string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours}:{time.Minutes:00}")
        : string.Empty;

    // Whole characters as they are seen, so that none is cut in half.
    private static string Cut(string? text, int length)
    {
        var info = new StringInfo(text ?? string.Empty);
        return info.LengthInTextElements <= length ? info.String : $"{info.SubstringByTextElements(0, length)}…";
    }
}
