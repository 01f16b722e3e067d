using System.Management.Automation;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Says how this store stands with its sync server: what waits, what was refused, and what went wrong.</summary>
/// <example>
/// <code>Get-TtSync</code>
/// Says how sync goes.
/// </example>
/// <example>
/// <code>(Get-TtSync).Parked</code>
/// Lists what the server refused, and why.
/// </example>
[Cmdlet(VerbsCommon.Get, "TtSync")]
[OutputType(typeof(TtSync))]
public sealed class GetTtSync : TtCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(new TtSync(Ask(tracker => tracker.Sync.Status())));
}
