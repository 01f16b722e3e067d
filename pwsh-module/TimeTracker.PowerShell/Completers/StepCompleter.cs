using System.Management.Automation;
using TimeTracker.Core;
using TimeTracker.PowerShell.Views;

namespace TimeTracker.PowerShell.Completers;

/// <summary>Offers the latest steps that can be taken back by a part of their text, completes the id.</summary>
public sealed class StepCompleter : TtCompleter
{
    private const int OffersMax = 50;

    private protected override IEnumerable<CompletionResult> Offers(Tracker tracker, string part) =>
        from step in tracker.UndoableSteps(OffersMax)
        let text = ViewText.Plain(CommandText.Named(step)!)
        let id = step.Id.ToString()
        where text.Contains(part, StringComparison.OrdinalIgnoreCase) || id.Contains(part, StringComparison.OrdinalIgnoreCase)
        select new CompletionResult(id, text, CompletionResultType.ParameterValue, text);
}
