using System.Management.Automation;
using TimeTracker.Domain;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Starts an entry.</summary>
[Cmdlet(VerbsLifecycle.Start, "TtTimer", SupportsShouldProcess = true, DefaultParameterSetName = "Now")]
[OutputType(typeof(TtEntry))]
public sealed class StartTtTimer : StartingCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var command = new Command.Start(Details, When) { Adjust = TimeOfAction.Of(Adjust) };
        if (Confirms(Named, "Start timer", command))
        {
            var changed = Run(command, Description);
            Write(PassThru ? changed?.TakeLast(1) : null);
        }
    }
}
