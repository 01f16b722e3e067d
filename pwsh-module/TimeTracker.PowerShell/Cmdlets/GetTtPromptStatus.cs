using System.Management.Automation;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Gives what a prompt can show, as data for a prompt of your own.</summary>
/// <example>
/// <code>$status = Get-TtPromptStatus; "$($status.State) $($status.Description)"</code>
/// Builds a prompt's text of your own.
/// </example>
[Cmdlet(VerbsCommon.Get, "TtPromptStatus")]
[OutputType(typeof(TtPromptStatus))]
public sealed class GetTtPromptStatus : TtCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        WriteObject(new TtPromptStatus(AskIfAny(tracker => tracker.Timer())));
}
