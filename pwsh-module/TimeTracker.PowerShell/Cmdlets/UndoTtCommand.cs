using System.Management.Automation;
using TimeTracker.Domain;
using TimeTracker.PowerShell.Views;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Takes back the latest command of this store; again, the one before.</summary>
/// <example>
/// <code>Undo-TtCommand</code>
/// Takes back the latest command.
/// </example>
/// <example>
/// <code>Undo-TtCommand -WhatIf</code>
/// Shows what that would change.
/// </example>
[Cmdlet(VerbsCommon.Undo, "TtCommand", SupportsShouldProcess = true)]
[OutputType(typeof(TtEntry))]
public sealed class UndoTtCommand : TtCmdlet
{
    /// <summary>Writes the entries that changed to the pipeline, as they are after it.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Confirms(Latest, "Undo", new Command.Undo()))
        {
            var changed = Run(new Command.Undo());
            Write(PassThru ? changed : null);
        }
    }

    private string Latest() =>
        CommandText.Named(AskIfAny(tracker => tracker.LatestUndoable())) ?? "the latest command";
}
