using System.Management.Automation;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Lists your devices at the sync server, the latest first.</summary>
/// <example>
/// <code>Get-TtDevice</code>
/// Lists the devices, also those that were shut out.
/// </example>
[Cmdlet(VerbsCommon.Get, "TtDevice")]
[OutputType(typeof(TtDevice))]
public sealed class GetTtDevice : ServerCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (TryAskServer((sync, cancellation) => sync.Devices(cancellation), target: null, out var devices))
        {
            foreach (var device in devices)
            {
                WriteObject(new TtDevice(device));
            }
        }
    }
}
