using System.Management.Automation;
using TimeTracker.Domain;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Stops what runs; while paused, ends the pause.</summary>
/// <example>
/// <code>Stop-TtTimer</code>
/// Stops what runs.
/// </example>
/// <example>
/// <code>Stop-TtTimer -Ago 10m -PassThru</code>
/// Stops it as of ten minutes ago, and shows the entry.
/// </example>
[Cmdlet(VerbsLifecycle.Stop, "TtTimer", SupportsShouldProcess = true, DefaultParameterSetName = "Now")]
[OutputType(typeof(TtEntry))]
public sealed class StopTtTimer : TimedCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!TryWhen(out var when))
        {
            return;
        }

        var command = new Command.Stop(when);
        if (Confirms(CurrentEntry, "Stop timer", command))
        {
            var changed = Run(command);
            Write(PassThru ? changed : null);
        }
    }
}
