using System.Management.Automation;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>
/// Connects this store to a sync server, with a one-time code that the server's operator made. What was booked so far is
/// sent with the next sync.
/// </summary>
/// <example>
/// <code>Connect-TtServer https://time.example -Code ABCD-EFGH-JKMN-PQRS</code>
/// Connects this device under the machine's name.
/// </example>
/// <example>
/// <code>Connect-TtServer https://time.example -Code ABCD-EFGH-JKMN-PQRS -Reset -WhatIf</code>
/// Shows what leaving another server for that one would do.
/// </example>
[Cmdlet(VerbsCommunications.Connect, "TtServer", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(TtSync))]
public sealed class ConnectTtServer : ServerCmdlet
{
    /// <summary>The server's address: https, or http on this machine alone.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public Uri Server { get; set; } = null!;

    /// <summary>The one-time code, with its dashes or without.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    public string Code { get; set; } = string.Empty;

    /// <summary>What to call this device there; the machine's name unless told otherwise.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string DeviceName { get; set; } = Environment.MachineName;

    /// <summary>Leaves another server for this one: the store becomes a new device and sends everything again.</summary>
    [Parameter]
    public SwitchParameter Reset { get; set; }

    /// <summary>Writes how the store stands with its server to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (MayConnect() && TryAskServer(
            (sync, cancellation) => sync.Connect(Server, Code, DeviceName, Reset, cancellation), Server, out var connection))
        {
            WriteVerbose($"Connected to {connection.Server} as {connection.User}.");
            if (PassThru)
            {
                WriteObject(new TtSync(Ask(tracker => tracker.Sync.Status())));
            }
        }
    }

    // Of high impact is only what sends everything again; the rest asks as other changes do.
    private bool MayConnect() => Reset
        ? ShouldProcess($"{Server} as new device '{DeviceName}', which sends everything again", "Connect")
        : !Preferences.IsInQuestion(this) || ShouldProcess($"{Server} as device '{DeviceName}'", "Connect");
}
