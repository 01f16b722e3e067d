using System.Management.Automation;
using TimeTracker.Domain;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Stops what runs and starts another entry at the same instant.</summary>
/// <example>
/// <code>Switch-TtTimer 'Call' -Project Home</code>
/// Stops what runs and starts another entry at the same instant.
/// </example>
/// <example>
/// <code>Switch-TtTimer 'Call' -At -5min</code>
/// Does so as of five minutes ago.
/// </example>
[Cmdlet(VerbsCommon.Switch, "TtTimer", SupportsShouldProcess = true, DefaultParameterSetName = "Now")]
[OutputType(typeof(TtEntry))]
public sealed class SwitchTtTimer : StartingCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ReadDetails() is not { } details || !TryWhen(out var when))
        {
            return;
        }

        var command = new Command.Switch(details, when) { Adjust = TimeOfAction.Of(Adjust) };
        if (Confirms(() => Named(details), "Switch timer", command))
        {
            var changed = Run(command, details.Description);
            Write(PassThru ? changed?.TakeLast(1) : null);
        }
    }
}
