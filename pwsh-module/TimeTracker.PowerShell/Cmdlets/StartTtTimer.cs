using System.Management.Automation;
using TimeTracker.Domain;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Starts an entry.</summary>
[Cmdlet(VerbsLifecycle.Start, "TtTimer", SupportsShouldProcess = true, DefaultParameterSetName = "Now")]
[OutputType(typeof(TtEntry))]
public sealed class StartTtTimer : NewEntryCmdlet
{
    /// <summary>The instant at which it started, in the past.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "At")]
    public DateTimeOffset? At { get; set; }

    /// <summary>How long ago it started.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Ago")]
    public TimeSpan? Ago { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ShouldProcess(Named, "Start timer"))
        {
            var changed = Run(new Command.Start(Details, TimeOfAction.Of(At, Ago)), Description);
            Write(PassThru ? changed?.TakeLast(1) : null);
        }
    }
}
