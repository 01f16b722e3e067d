using System.Management.Automation;
using TimeTracker.Domain;

namespace TimeTracker.PowerShell;

/// <summary>What the cmdlets share that act on the timer, now or at a time that you give.</summary>
public abstract class TimedCmdlet : TtCmdlet
{
    private protected TimedCmdlet()
    {
    }

    /// <summary>The instant at which it happened, in the past: 9:30, yesterday 17:00, -90min, ISO 8601.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "At")]
    [TtTypedTime]
    public TtTypedTime? At { get; set; }

    /// <summary>How long ago it happened: 10m, 1h30, 0:10.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Ago")]
    [TtAmount]
    public TimeSpan? Ago { get; set; }

    /// <summary>Writes the entry to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected bool TryWhen(out When when) => TryWhen(At, Ago, out when);

    /// <summary>What the timer is busy with.</summary>
    private protected string CurrentEntry() => AskIfAny(tracker => tracker.CurrentEntry()) is { } current
        ? $"'{current.Entry.Description}'"
        : "the timer";
}
