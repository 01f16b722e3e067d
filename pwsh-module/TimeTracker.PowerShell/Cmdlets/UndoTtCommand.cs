using System.Management.Automation;
using TimeTracker.Core;
using TimeTracker.Domain;
using TimeTracker.PowerShell.Views;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Takes back the latest command of this store; again, the one before.</summary>
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
        var latest = TrackerSession.StoreExists() ? Ask(tracker => tracker.LatestUndoable()) : null;
        if (ShouldProcess(latest is null ? "the latest command" : Named(latest), "Undo"))
        {
            var changed = Run(new Command.Undo());
            Write(PassThru ? changed : null);
        }
    }

    private static string Named(UndoableCommand command) =>
        $"{command.Verb} of {ViewText.Instant(command.At)}: {string.Join(", ", command.Descriptions.Select(text => $"'{text}'"))}";
}
