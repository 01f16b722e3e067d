using System.Management.Automation;
using TimeTracker.Domain;
using TimeTracker.PowerShell.Views;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Says what is to be done with doubtful time of a kind from now on.</summary>
/// <example>
/// <code>Set-TtPolicy Suspend Discard -Threshold 5m</code>
/// Cuts out whatever the machine sleeps for five minutes or longer.
/// </example>
/// <example>
/// <code>Get-TtPolicy | Set-TtPolicy -Action Ask -WhatIf</code>
/// Shows the rules under which all doubtful time becomes a question.
/// </example>
[Cmdlet(VerbsCommon.Set, "TtPolicy", SupportsShouldProcess = true)]
[OutputType(typeof(TtPolicy))]
public sealed class SetTtPolicy : TtCmdlet
{
    /// <summary>The kind.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    public TtQuestionKind Kind { get; set; }

    /// <summary>Ask, keep or discard; as it is where left out.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    public TtPolicyAction? Action { get; set; }

    /// <summary>Shorter times are kept and nobody is asked; of a long entry, how long it may be. Up to 7 days.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [TtAmount]
    public TimeSpan? Threshold { get; set; }

    /// <summary>Writes the rule to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var kind = (GapKind)Kind;
        var before = AskIfAny(tracker => tracker.Policy())?[kind] ?? GapPolicy.DefaultFor(kind);
        var rule = new GapRule(
            Action is { } action ? (GapAction)action : before.Action,
            Threshold ?? before.Threshold);
        if (rule.Threshold < TimeSpan.Zero || rule.Threshold > GapRule.ThresholdMax)
        {
            WriteError(ErrorRecords.For(
                "ThresholdOutOfRange", ErrorCategory.InvalidArgument, rule.Threshold,
                $"A -Threshold of {ViewText.Duration(rule.Threshold)} cannot be; nothing was changed.",
                "Give one from 0 to 7 days, such as 5m."));
            return;
        }

        if (ShouldProcess($"{Kind}: {rule.Action} from {ViewText.Duration(rule.Threshold)}", "Set policy"))
        {
            var path = Ask(tracker =>
            {
                tracker.SetPolicy(kind, rule);
                return tracker.StorePath;
            });
            WriteVerbose($"Committed policy {Kind} to {path}.");
            if (PassThru)
            {
                WriteObject(new TtPolicy(Kind, rule));
            }
        }
    }
}
