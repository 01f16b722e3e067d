using System.Management.Automation;
using TimeTracker.Domain;
using TimeTracker.PowerShell.Completers;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Answers for operations that the sync server refused. The ledger keeps them in either case.</summary>
/// <example>
/// <code>(Get-TtSync).Parked | Resolve-TtSync -Retry</code>
/// Says all of it once more, as new operations.
/// </example>
/// <example>
/// <code>(Get-TtSync).Parked | Resolve-TtSync -Discard -WhatIf</code>
/// Shows what would be let be.
/// </example>
[Cmdlet(VerbsDiagnostic.Resolve, "TtSync", SupportsShouldProcess = true, DefaultParameterSetName = "Retry")]
[OutputType(typeof(TtEntry))]
public sealed class ResolveTtSync : TtCmdlet
{
    /// <summary>The operation, as Get-TtSync lists it under Parked.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ParkedCompleter))]
    public Guid OperationId { get; set; }

    /// <summary>Says once more what was refused.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Retry")]
    public SwitchParameter Retry { get; set; }

    /// <summary>Lets it be: it is shown no more, and what it would have changed stays as it is.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Discard")]
    public SwitchParameter Discard { get; set; }

    /// <summary>Writes the entries that changed to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // A switch that is given as $false chooses nothing.
        if (Retry == Discard)
        {
            WriteWarning("No answer was chosen; nothing was changed.");
        }
        else if (AskIfAny(tracker => tracker.Sync.Status())?.Parked.FirstOrDefault(one => one.Operation.Value == OperationId)
            is not { } parked)
        {
            WriteWarning("No such operation waits for an answer; nothing was changed.");
        }
        else if (ShouldProcess(new TtParkedOperation(parked).ToString(), Retry ? "Say again" : "Let be"))
        {
            var changed = Answer(parked.Operation);
            Write(PassThru ? changed : null);
        }
    }

    private IReadOnlyList<Core.EntryView>? Answer(OperationId operation)
    {
        Tell(
            tracker => tracker.Sync.Answer(operation, Retry), Retry ? nameof(Retry) : nameof(Discard), OperationId, out var changed);
        return changed;
    }
}
