using TimeTracker.Core;

namespace TimeTracker.PowerShell.Views;

/// <summary>How a command that can be taken back reads.</summary>
internal static class CommandText
{
    internal static string? Named(UndoableCommand? command) => command is null
        ? null
        : $"{command.Verb} of {ViewText.Instant(command.At.ToLocalTime())}: "
            + string.Join(", ", command.Descriptions.Select(text => $"'{text}'"));
}
