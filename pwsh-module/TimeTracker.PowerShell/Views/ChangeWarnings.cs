using TimeTracker.Core;
using TimeTracker.Domain;

namespace TimeTracker.PowerShell.Views;

/// <summary>What a command changed that its words did not name, and what it booked that is hardly meant.</summary>
internal static class ChangeWarnings
{
    /// <param name="command">What was asked for.</param>
    /// <param name="running">The entry that ran before, which a switch stops in any case.</param>
    /// <param name="changed">The entries that it changed, the one that it made last.</param>
    internal static IEnumerable<string> Of(Command command, EntryId? running, IReadOnlyList<EntryView> changed)
    {
        var own = command is Command.Edit edit ? edit.Entry : changed[^1].Entry.Id;
        return changed.SelectMany(view => view.Entry.Id == own ? TooLong(command, view) : GaveWay(command, running, view))
            .Select(ViewText.Plain);
    }

    private static IEnumerable<string> GaveWay(Command command, EntryId? running, EntryView view)
    {
        if (command.Adjust == Adjustment.Refuse || (view.Entry.Id == running && view.Entry.IsLive))
        {
            return [];
        }

        var span = $"{ViewText.Instant(view.Entry.Span.Start.ToDateTimeOffset())} to {ViewText.Instant(view.EndOrNow.ToDateTimeOffset(TimeSpan.Zero).ToLocalTime())}";
        return [view.Entry.IsLive
            ? $"'{view.Entry.Description}' gave way: it is {span} now. Undo-TtCommand takes it all back."
            : $"'{view.Entry.Description}', {span}, was removed to make room. Undo-TtCommand takes it all back."];
    }

    private static IEnumerable<string> TooLong(Command command, EntryView view) =>
        command is Command.Add or Command.Edit { From: not null } or Command.Edit { To: not null } && view.Unanswered > TimeSpan.Zero
            ? [$"'{view.Entry.Description}' lasts {ViewText.Duration(view.Duration)}. Get-TtReview asks how much of it counts; Undo-TtCommand takes it back."]
            : [];
}
