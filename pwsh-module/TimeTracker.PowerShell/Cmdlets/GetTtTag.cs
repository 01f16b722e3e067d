using System.Management.Automation;
using TimeTracker.PowerShell.Completers;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Lists tags and how they are used, the one used last first.</summary>
/// <example>
/// <code>Get-TtTag d*</code>
/// Lists the tags that begin with d.
/// </example>
[Cmdlet(VerbsCommon.Get, "TtTag")]
[OutputType(typeof(TtTag))]
public sealed class GetTtTag : FilteringCmdlet
{
    /// <summary>Only tags whose name fits one of these, in any spelling, with * and ? for patterns.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TagCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var patterns = Tags(Name);
        foreach (var usage in Ask(tracker => tracker.Reports.Tags()).Where(usage => patterns.Any(pattern => pattern.Fits(usage.Name))))
        {
            WriteObject(new TtTag(usage));
        }
    }
}
