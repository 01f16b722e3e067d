using System.Management.Automation;
using TimeTracker.Domain;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Stops what runs and begins a recorded break.</summary>
/// <example>
/// <code>Suspend-TtTimer</code>
/// Begins a break; Resume-TtTimer ends it.
/// </example>
[Cmdlet(VerbsLifecycle.Suspend, "TtTimer", SupportsShouldProcess = true, DefaultParameterSetName = "Now")]
[OutputType(typeof(TtEntry))]
public sealed class SuspendTtTimer : TimedCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!TryWhen(out var when))
        {
            return;
        }

        var command = new Command.Suspend(when);
        if (Confirms(CurrentEntry, "Suspend timer", command))
        {
            var changed = Run(command);
            Write(PassThru ? changed : null);
        }
    }
}
