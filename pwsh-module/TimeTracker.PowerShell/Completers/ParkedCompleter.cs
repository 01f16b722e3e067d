using System.Management.Automation;
using TimeTracker.Core;

namespace TimeTracker.PowerShell.Completers;

/// <summary>Offers operations that the server refused by a part of what they would have changed, completes the id.</summary>
public sealed class ParkedCompleter : TtCompleter
{
    private protected override IEnumerable<CompletionResult> Offers(Tracker tracker, string part) =>
        from parked in tracker.Sync.Status().Parked.Select(one => new TtParkedOperation(one))
        let text = parked.ToString()
        let id = parked.OperationId.ToString()
        where text.Contains(part, StringComparison.OrdinalIgnoreCase) || id.StartsWith(part, StringComparison.OrdinalIgnoreCase)
        select new CompletionResult(id, text, CompletionResultType.ParameterValue, text);
}
