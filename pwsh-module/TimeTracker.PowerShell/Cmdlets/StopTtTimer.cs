using System.Management.Automation;
using TimeTracker.Domain;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Stops what runs; while paused, ends the pause.</summary>
[Cmdlet(VerbsLifecycle.Stop, "TtTimer", SupportsShouldProcess = true, DefaultParameterSetName = "Now")]
[OutputType(typeof(TtEntry))]
public sealed class StopTtTimer : TtCmdlet
{
    /// <summary>The instant at which it stopped, in the past.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "At")]
    public DateTimeOffset? At { get; set; }

    /// <summary>How long ago it stopped.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Ago")]
    public TimeSpan? Ago { get; set; }

    /// <summary>Writes the stopped entry to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var running = TrackerSession.StoreExists() ? Ask(tracker => tracker.CurrentEntry()) : null;
        var target = running is null ? "the timer" : $"'{running.Entry.Description}'";
        if (ShouldProcess(target, "Stop timer"))
        {
            var changed = Run(new Command.Stop(TimeOfAction.Of(At, Ago)));
            Write(PassThru ? changed : null);
        }
    }
}
