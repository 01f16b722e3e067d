using System.Management.Automation;
using TimeTracker.Domain;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Stops what runs and starts another entry at the same instant.</summary>
[Cmdlet(VerbsCommon.Switch, "TtTimer", SupportsShouldProcess = true, DefaultParameterSetName = "Now")]
[OutputType(typeof(TtEntry))]
public sealed class SwitchTtTimer : NewEntryCmdlet
{
    /// <summary>The instant of the switch, in the past.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "At")]
    public DateTimeOffset? At { get; set; }

    /// <summary>How long ago the switch was.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Ago")]
    public TimeSpan? Ago { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ShouldProcess(Named, "Switch timer"))
        {
            var changed = Run(new Command.Switch(Details, TimeOfAction.Of(At, Ago)), Description);
            Write(PassThru ? changed?.TakeLast(1) : null);
        }
    }
}
