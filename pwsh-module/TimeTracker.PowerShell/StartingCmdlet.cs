using System.Management.Automation;
using TimeTracker.Domain;

namespace TimeTracker.PowerShell;

/// <summary>What the cmdlets share that start a new entry, now or at a time that you give.</summary>
public abstract class StartingCmdlet : NewEntryCmdlet
{
    private protected StartingCmdlet()
    {
    }

    /// <summary>The instant at which it began, in the past: 9:30, yesterday 17:00, -90min, ISO 8601.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "At")]
    [TtTypedTime]
    public TtTypedTime? At { get; set; }

    /// <summary>How long ago it began: 10m, 1h30, 0:10.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Ago")]
    [TtAmount]
    public TimeSpan? Ago { get; set; }

    /// <summary>How other entries give way where the time overlaps them; without it, overlapping is an error.</summary>
    [Parameter(ParameterSetName = "At")]
    [Parameter(ParameterSetName = "Ago")]
    public TtAdjustment? Adjust { get; set; }

    private protected bool TryWhen(out When when) => TryWhen(At, Ago, out when);
}
