using System.Management.Automation;
using TimeTracker.Core;

namespace TimeTracker.PowerShell.Completers;

/// <summary>Offers tags, the latest used first.</summary>
public sealed class TagCompleter : TtCompleter
{
    private protected override IEnumerable<CompletionResult> Offers(Tracker tracker, string part) =>
        tracker.Completion.Tags(part).Select(Text);
}
