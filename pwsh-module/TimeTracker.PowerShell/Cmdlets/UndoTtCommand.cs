using System.Management.Automation;
using TimeTracker.Domain;
using TimeTracker.PowerShell.Completers;
using TimeTracker.PowerShell.Views;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>
/// Takes back what the latest invocation of this store did, all of it or nothing; again, the one before. An earlier one
/// is chosen by its id.
/// </summary>
/// <example>
/// <code>Undo-TtCommand</code>
/// Takes back the latest command.
/// </example>
/// <example>
/// <code>Undo-TtCommand -WhatIf</code>
/// Shows what that would change.
/// </example>
/// <example>
/// <code>Get-TtHistory -Newest 1 | Undo-TtCommand</code>
/// Takes back the step of a change that the history shows, whatever came after it.
/// </example>
[Cmdlet(VerbsCommon.Undo, "TtCommand", SupportsShouldProcess = true)]
[OutputType(typeof(TtEntry))]
public sealed class UndoTtCommand : TtCmdlet
{
    private readonly HashSet<Guid> _seen = [];

    /// <summary>Writes the entries that changed to the pipeline, as they are after it.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>The step to take back: its id in the history, or that of any command in it. Without it, the latest.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("StepId")]
    [ArgumentCompleter(typeof(StepCompleter))]
    public Guid? Id { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Id is { } id)
        {
            // Each change of a step that is piped from the history names the step: it is taken back once.
            var command = CommandId.FromFresh(id);
            if (command.Value != id)
            {
                WriteError(ErrorRecords.For(
                    "NotAStep", ErrorCategory.InvalidArgument, id, $"{id} is no step's id; nothing was changed.",
                    "Pipe the step from Get-TtHistory, or let Tab find it behind -Id."));
            }
            else if (_seen.Add(id))
            {
                Undo(new Command.Undo(command, Chosen: true), id);
            }
        }
        else
        {
            Undo(new Command.Undo(), target: null);
        }
    }

    private void Undo(Command.Undo command, Guid? target)
    {
        if (Confirms(() => Named(command.Expected), "Undo", command))
        {
            var changed = Run(command, target);
            Write(PassThru ? changed : null);
        }
    }

    private string Named(CommandId? chosen) =>
        CommandText.Named(AskIfAny(tracker => chosen is { } id ? tracker.FindUndoable(id) : tracker.LatestUndoable()))
            ?? (chosen is { } unknown ? $"step {unknown}" : "the latest command");
}
