using System.Management.Automation;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Shows what is done with doubtful time of each kind.</summary>
/// <example>
/// <code>Get-TtPolicy</code>
/// Shows the rules for all kinds.
/// </example>
[Cmdlet(VerbsCommon.Get, "TtPolicy")]
[OutputType(typeof(TtPolicy))]
public sealed class GetTtPolicy : TtCmdlet
{
    /// <summary>Only the rule for this kind.</summary>
    [Parameter(Position = 0)]
    public TtQuestionKind? Kind { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var policy = Ask(tracker => tracker.Policy());
        foreach (var kind in Enum.GetValues<TtQuestionKind>().Where(kind => Kind is null || kind == Kind))
        {
            WriteObject(new TtPolicy(kind, policy[(Domain.GapKind)kind]));
        }
    }
}
