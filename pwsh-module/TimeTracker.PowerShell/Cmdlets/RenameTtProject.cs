using System.Management.Automation;
using TimeTracker.Domain;
using TimeTracker.PowerShell.Completers;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Gives a project another name; all its entries, past and running, go by it at once.</summary>
/// <example>
/// <code>Rename-TtProject Acme Apex</code>
/// Renames a project, with all its entries.
/// </example>
/// <example>
/// <code>Rename-TtProject Acme Home -Merge</code>
/// Makes one of two projects.
/// </example>
[Cmdlet(VerbsCommon.Rename, "TtProject", SupportsShouldProcess = true)]
[OutputType(typeof(TtProject))]
public sealed class RenameTtProject : TtCmdlet
{
    /// <summary>The project, in any spelling.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Project")]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public string Name { get; set; } = string.Empty;

    /// <summary>What it is to be called.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public string NewName { get; set; } = string.Empty;

    /// <summary>Where another project has that name already, makes one of both; Undo-TtCommand parts them again.</summary>
    [Parameter]
    public SwitchParameter Merge { get; set; }

    /// <summary>Writes the project to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var command = new Command.RenameProject(Name, NewName, Merge);
        if (Confirms(() => $"'{Name}' to '{NewName}'", Merge ? "Merge project" : "Rename project", command)
            && Run(command, Name, out _) && PassThru)
        {
            WriteObject(new TtProject(Ask(tracker => tracker.Reports.Projects())
                .First(usage => usage.Name.Equals(NewName.Trim(), StringComparison.OrdinalIgnoreCase))));
        }
    }
}
