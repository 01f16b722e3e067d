using TimeTracker.Core;

namespace TimeTracker.PowerShell.Views;

/// <summary>How a step that can be taken back reads.</summary>
internal static class CommandText
{
    private const int ShownMax = 5;

    internal static string? Named(UndoableStep? step) => step is null
        ? null
        : $"{step.Verb} of {ViewText.Instant(step.At.ToLocalTime())}: {Entries(step)}";

    private static string Entries(UndoableStep step) =>
        string.Join(", ", step.Descriptions.Take(ShownMax).Select(text => $"'{text}'"))
            + (step.Descriptions.Count > ShownMax ? $" and {step.Descriptions.Count - ShownMax} more" : string.Empty);
}
