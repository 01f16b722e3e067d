using System.Management.Automation;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Shuts a device out at the sync server: it sends and pulls no more. What it sent stays.</summary>
/// <example>
/// <code>Get-TtDevice | Where-Object Name -EQ phone | Revoke-TtDevice -Confirm:$false</code>
/// Shuts the lost phone out, without asking.
/// </example>
[Cmdlet(VerbsSecurity.Revoke, "TtDevice", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RevokeTtDevice : ServerCmdlet
{
    /// <summary>The device, as Get-TtDevice lists it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    public Guid EnrolmentId { get; set; }

    /// <summary>What it calls itself, for the question whether to shut it out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Name { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ShouldProcess(Views.ViewText.Plain(Name ?? $"device {EnrolmentId}"), "Shut out")
            && TryAskServer(Revoke, EnrolmentId, out _))
        {
            WriteVerbose($"{EnrolmentId} was shut out.");
        }
    }

    private async Task<bool> Revoke(Core.TrackerSync sync, CancellationToken cancellation)
    {
        await sync.Revoke(EnrolmentId, cancellation).ConfigureAwait(false);
        return true;
    }
}
