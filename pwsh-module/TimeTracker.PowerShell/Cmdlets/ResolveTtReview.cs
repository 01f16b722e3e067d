using System.Management.Automation;
using TimeTracker.Domain;
using TimeTracker.PowerShell.Completers;
using TimeTracker.PowerShell.Views;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Answers open questions. Each answer is one command, which Undo-TtCommand takes back.</summary>
/// <example>
/// <code>Get-TtReview | Resolve-TtReview -Discard</code>
/// Cuts all doubtful time out.
/// </example>
/// <example>
/// <code>Get-TtReview Overlong | Resolve-TtReview -AssignTo 'Lunch' -PassThru</code>
/// Books for something else what a forgotten timer counted, and shows the entries.
/// </example>
[Cmdlet(VerbsDiagnostic.Resolve, "TtReview", SupportsShouldProcess = true, DefaultParameterSetName = "Keep")]
[OutputType(typeof(TtEntry))]
public sealed class ResolveTtReview : TtCmdlet
{
    /// <summary>The question, as Get-TtReview shows it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(QuestionCompleter))]
    public Guid QuestionId { get; set; }

    /// <summary>The entry keeps the time.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Keep")]
    public SwitchParameter Keep { get; set; }

    /// <summary>Cuts the time out; a running timer stops where it begins.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Discard")]
    public SwitchParameter Discard { get; set; }

    /// <summary>Cuts the time out; a running timer goes on behind it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "DiscardAndContinue")]
    public SwitchParameter DiscardAndContinue { get; set; }

    /// <summary>Gives the time to a new entry of this description.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "AssignTo")]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(DescriptionCompleter))]
    public string AssignTo { get; set; } = string.Empty;

    /// <summary>The new entry's project.</summary>
    [Parameter(ParameterSetName = "AssignTo")]
    [AllowEmptyString]
    [AllowNull]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public string? Project { get; set; }

    /// <summary>Keeps the time up to this instant and cuts the rest.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "SplitAt")]
    [TtTime]
    public DateTimeOffset SplitAt { get; set; }

    /// <summary>Writes the entries that changed to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Resolution is not { } resolution)
        {
            WriteWarning("No answer was chosen; nothing was changed.");
            return;
        }

        var command = new Command.Resolve(new GapId(QuestionId), resolution);
        if (Confirms(Named, $"Resolve with {resolution.Kind}", command))
        {
            var changed = Run(command, QuestionId);
            Write(PassThru ? changed : null);
        }
    }

    private string Named()
    {
        var question = AskIfAny(tracker => tracker.Review())?.FirstOrDefault(view => view.Gap.Id.Value == QuestionId);
        return question is null ? $"question {QuestionId}" : ViewText.Question(new TtQuestion(question));
    }

    // A switch that is given as $false chooses nothing.
    private Resolution? Resolution => ParameterSetName switch
    {
        "Keep" => Keep ? new Resolution.Keep() : null,
        "Discard" => Discard ? new Resolution.Discard() : null,
        "DiscardAndContinue" => DiscardAndContinue ? new Resolution.DiscardAndContinue() : null,
        "AssignTo" => new Resolution.AssignTo(new Details { Description = AssignTo, Project = Project }),
        "SplitAt" => new Resolution.SplitAt(SplitAt),
        _ => throw new InvalidOperationException($"{ParameterSetName} is no answer"),
    };
}
