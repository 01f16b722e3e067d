using System.Management.Automation;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Leaves the sync server: nothing is sent or pulled any more. What was booked stays, here and there.</summary>
/// <example>
/// <code>Disconnect-TtServer</code>
/// Leaves the server; Connect-TtServer with a new code comes back to it.
/// </example>
[Cmdlet(VerbsCommunications.Disconnect, "TtServer", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class DisconnectTtServer : ServerCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var server = AskIfAny(tracker => tracker.Sync.Status())?.Connection?.Server;
        if (ShouldProcess(server?.ToString() ?? "no server", "Disconnect"))
        {
            TryAsk(Disconnect, server, out _);
        }
    }

    private static bool Disconnect(Core.TrackerSync sync)
    {
        sync.Disconnect();
        return true;
    }
}
