using System.Management.Automation;
using TimeTracker.Core;
using TimeTracker.PowerShell.Views;

namespace TimeTracker.PowerShell.Completers;

/// <summary>Offers entries by a part of their description, the latest first; shows when and how long, completes the id.</summary>
public sealed class EntryCompleter : TtCompleter
{
    private protected override IEnumerable<CompletionResult> Offers(Tracker tracker, string part) =>
        tracker.Completion.Entries(part).Select(view =>
        {
            var text = $"{ViewText.Instant(view.Entry.Span.Start.ToDateTimeOffset())} "
                + $"{ViewText.Duration(view.Duration)} {view.Entry.Description}";
            return new CompletionResult(
                view.Entry.Id.ToString(), text, CompletionResultType.ParameterValue,
                view.Project is null ? text : $"{text} ({view.Project})");
        });
}
