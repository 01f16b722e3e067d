using System.Management.Automation;
using TimeTracker.PowerShell.Views;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Decides between the values of two devices. Each decision is one command, which Undo-TtCommand takes back.</summary>
/// <example>
/// <code>Get-TtConflict | Resolve-TtConflict -KeepMine</code>
/// Keeps what this device said.
/// </example>
/// <example>
/// <code>Get-TtConflict | Where-Object Field -EQ Tags | Resolve-TtConflict -KeepTheirs -WhatIf</code>
/// Shows what taking the other device's tags would change.
/// </example>
[Cmdlet(VerbsDiagnostic.Resolve, "TtConflict", SupportsShouldProcess = true, DefaultParameterSetName = "KeepMine")]
[OutputType(typeof(TtEntry))]
public sealed class ResolveTtConflict : TtCmdlet
{
    /// <summary>The conflict, from Get-TtConflict.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public TtConflict Conflict { get; set; } = null!;

    /// <summary>Keeps what this device said; between two other devices, what is shown.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "KeepMine")]
    public SwitchParameter KeepMine { get; set; }

    /// <summary>Keeps what the other device said.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "KeepTheirs")]
    public SwitchParameter KeepTheirs { get; set; }

    /// <summary>Writes the entries that changed to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // A switch that is given as $false chooses nothing.
        if (KeepMine == KeepTheirs)
        {
            WriteWarning("Neither value was chosen; nothing was changed.");
            return;
        }

        var command = Conflict.View.Settle(forMine: KeepMine);
        if (Confirms(() => ViewText.Conflict(Conflict), KeepMine ? "Keep mine" : "Keep theirs", command))
        {
            var changed = Run(command, Conflict);
            Write(PassThru ? changed : null);
        }
    }
}
