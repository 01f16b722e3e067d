using System.Management.Automation;
using TimeTracker.PowerShell.Completers;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Lists projects and how they are used, the one used last first.</summary>
/// <example>
/// <code>Get-TtProject</code>
/// Lists all projects, the one used last first.
/// </example>
[Cmdlet(VerbsCommon.Get, "TtProject")]
[OutputType(typeof(TtProject))]
public sealed class GetTtProject : FilteringCmdlet
{
    /// <summary>Only projects whose name fits one of these, in any spelling, with * and ? for patterns.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var patterns = Projects(Name);
        foreach (var usage in Ask(tracker => tracker.Reports.Projects()).Where(usage => patterns.Any(pattern => pattern.Fits(usage.Name))))
        {
            WriteObject(new TtProject(usage));
        }
    }
}
