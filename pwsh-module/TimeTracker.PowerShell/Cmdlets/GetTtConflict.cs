using System.Management.Automation;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Lists the values that two devices set without knowing of each other; one is shown, the other is kept.</summary>
/// <example>
/// <code>Get-TtConflict</code>
/// Lists what waits for your decision.
/// </example>
[Cmdlet(VerbsCommon.Get, "TtConflict")]
[OutputType(typeof(TtConflict))]
public sealed class GetTtConflict : TtCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var conflict in Ask(tracker => tracker.Sync.Conflicts()))
        {
            WriteObject(new TtConflict(conflict));
        }
    }
}
