using System.Management.Automation;
using TimeTracker.Core;

namespace TimeTracker.PowerShell.Completers;

/// <summary>Offers projects, the latest used first.</summary>
public sealed class ProjectCompleter : TtCompleter
{
    private protected override IEnumerable<CompletionResult> Offers(Tracker tracker, string part) =>
        tracker.Completion.Projects(part).Select(Text);
}
