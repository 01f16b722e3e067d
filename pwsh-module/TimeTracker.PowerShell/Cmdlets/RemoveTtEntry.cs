using System.Management.Automation;
using TimeTracker.Domain;
using TimeTracker.PowerShell.Completers;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Removes an entry; it stays in the store, and Undo-TtCommand brings it back.</summary>
/// <example>
/// <code>Get-TtEntry -From yesterday -Text report | Remove-TtEntry</code>
/// Removes those entries; Undo-TtCommand brings back one after the other.
/// </example>
[Cmdlet(VerbsCommon.Remove, "TtEntry", SupportsShouldProcess = true)]
[OutputType(typeof(TtEntry))]
public sealed class RemoveTtEntry : TtCmdlet
{
    /// <summary>The entry.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(EntryCompleter))]
    public Guid EntryId { get; set; }

    /// <summary>Writes the removed entry to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var command = new Command.Remove(new EntryId(EntryId));
        if (Confirms(() => NamedEntry(command.Entry), "Remove entry", command))
        {
            var changed = Run(command, EntryId);
            Write(PassThru ? changed : null);
        }
    }
}
