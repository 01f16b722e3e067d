using System.Management.Automation;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Lists the open questions: time inside entries that nobody can vouch for but you.</summary>
/// <example>
/// <code>Get-TtReview</code>
/// Lists the open questions.
/// </example>
[Cmdlet(VerbsCommon.Get, "TtReview")]
[OutputType(typeof(TtQuestion))]
public sealed class GetTtReview : TtCmdlet
{
    /// <summary>Only questions of this kind.</summary>
    [Parameter(Position = 0)]
    public TtQuestionKind? Kind { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // A look first: what the clocks show now belongs to the list.
        Ask(tracker => tracker.Timer());
        foreach (var question in Ask(tracker => tracker.Review()).Select(view => new TtQuestion(view)))
        {
            if (Kind is null || question.Kind == Kind)
            {
                WriteObject(question);
            }
        }
    }
}
