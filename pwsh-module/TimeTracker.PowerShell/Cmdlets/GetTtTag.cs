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
public sealed class GetTtTag : TtCmdlet
{
    /// <summary>Only tags whose name matches this pattern.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TagCompleter))]
    public string Name { get; set; } = "*";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var pattern = WildcardPattern.Get(Name, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
        foreach (var usage in Ask(tracker => tracker.Reports.Tags()).Where(usage => pattern.IsMatch(usage.Name)))
        {
            WriteObject(new TtTag(usage));
        }
    }
}
