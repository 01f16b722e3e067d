using System.Management.Automation;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Says what the timer does, and how much time was booked today.</summary>
/// <example>
/// <code>Get-TtTimer</code>
/// Says what runs and for how long.
/// </example>
[Cmdlet(VerbsCommon.Get, "TtTimer")]
[OutputType(typeof(TtTimer))]
public sealed class GetTtTimer : TtCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(new TtTimer(Ask(tracker => tracker.Timer())));
}
