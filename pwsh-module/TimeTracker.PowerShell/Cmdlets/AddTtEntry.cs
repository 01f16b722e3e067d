using System.Management.Automation;
using TimeTracker.Domain;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Books time that has passed.</summary>
[Cmdlet(VerbsCommon.Add, "TtEntry", SupportsShouldProcess = true)]
[OutputType(typeof(TtEntry))]
public sealed class AddTtEntry : NewEntryCmdlet
{
    /// <summary>Where the entry begins.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public DateTimeOffset Start { get; set; }

    /// <summary>Where it ended; itself not part of it.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public DateTimeOffset End { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ShouldProcess($"{Named}, {Views.ViewText.Instant(Start)} to {Views.ViewText.Instant(End)}", "Add entry"))
        {
            var changed = Run(new Command.Add(Details, Start, End), Description);
            Write(PassThru ? changed : null);
        }
    }
}
