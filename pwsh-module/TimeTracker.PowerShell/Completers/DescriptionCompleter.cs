using System.Management.Automation;
using TimeTracker.Core;

namespace TimeTracker.PowerShell.Completers;

/// <summary>Offers descriptions, the latest used first.</summary>
public sealed class DescriptionCompleter : TtCompleter
{
    private protected override IEnumerable<CompletionResult> Offers(Tracker tracker, string part) =>
        tracker.Completion.Descriptions(part).Select(Text);
}
