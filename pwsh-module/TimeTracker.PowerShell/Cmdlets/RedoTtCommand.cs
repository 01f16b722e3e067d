using System.Management.Automation;
using TimeTracker.Domain;
using TimeTracker.PowerShell.Views;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Does again what the latest undo took back, as long as no other command followed it.</summary>
/// <example>
/// <code>Undo-TtCommand; Redo-TtCommand</code>
/// Takes back the latest command, and does it again.
/// </example>
[Cmdlet(VerbsCommon.Redo, "TtCommand", SupportsShouldProcess = true)]
[OutputType(typeof(TtEntry))]
public sealed class RedoTtCommand : TtCmdlet
{
    /// <summary>Writes the entries that changed to the pipeline, as they are after it.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Confirms(Latest, "Redo", new Command.Redo()))
        {
            var changed = Run(new Command.Redo());
            Write(PassThru ? changed : null);
        }
    }

    private string Latest() => CommandText.Named(AskIfAny(tracker => tracker.LatestRedoable())) ?? "the latest undo";
}
