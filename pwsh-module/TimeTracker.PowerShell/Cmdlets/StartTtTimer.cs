using System.Management.Automation;
using TimeTracker.Domain;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Starts an entry.</summary>
/// <example>
/// <code>Start-TtTimer 'Write the report' -Project Acme -Tag deep</code>
/// Starts an entry.
/// </example>
/// <example>
/// <code>Start-TtTimer 'Call' -Ago 10m</code>
/// Starts one that began ten minutes ago.
/// </example>
[Cmdlet(VerbsLifecycle.Start, "TtTimer", SupportsShouldProcess = true, DefaultParameterSetName = "Now")]
[OutputType(typeof(TtEntry))]
public sealed class StartTtTimer : StartingCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ReadDetails() is not { } details || !TryWhen(out var when))
        {
            return;
        }

        var command = new Command.Start(details, when) { Adjust = TimeOfAction.Of(Adjust) };
        if (Confirms(() => Named(details), "Start timer", command))
        {
            var changed = Run(command, details.Description);
            Write(PassThru ? changed?.TakeLast(1) : null);
        }
    }
}
