using System.Globalization;
using System.Management.Automation;
using TimeTracker.Core;
using TimeTracker.Domain;
using TimeTracker.PowerShell.Completers;
using PipelineResultTypes = System.Management.Automation.Runspaces.PipelineResultTypes;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>
/// Runs a block with the timer running: starts an entry, runs the block, and stops that entry when the block ends, fails
/// or is stopped. Where a timer runs already, it is an error and the block is not run.
/// </summary>
/// <example>
/// <code>Measure-TtCommand { 1..3 } -Project Acme -PassThru</code>
/// Runs the block with the timer running, and shows the entry.
/// </example>
[Cmdlet(VerbsDiagnostic.Measure, "TtCommand", SupportsShouldProcess = true)]
[OutputType(typeof(TtEntry))]
public sealed class MeasureTtCommand : TtCmdlet
{
    private const int TitleLengthMax = 80;

    /// <summary>What to run; its output and errors come through as they arise.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public ScriptBlock ScriptBlock { get; set; } = null!;

    /// <summary>What the time is for; the block's first line unless told otherwise.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(DescriptionCompleter))]
    public string? Description { get; set; }

    /// <summary>The project; it is made where it is new.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public string? Project { get; set; }

    /// <summary>The tags.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TagCompleter))]
    public string[] Tag { get; set; } = [];

    /// <summary>Someone is to be billed for it.</summary>
    [Parameter]
    public SwitchParameter Billable { get; set; }

    /// <summary>Writes the stopped entry to the pipeline, behind the block's output.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var title = Description ?? Title();
        var details = new Details { Description = title, Project = Project, Tags = Tag, Billable = Billable };
        var start = new Command.Start(details, When.Now.Value);
        if (!Confirms(() => $"'{title}'", "Start timer, run the block, stop timer", start)
            || Run(start, title)?[^1].Entry.Id is not { } entry)
        {
            return;
        }

        StoreException? failure = null;
        var stopped = default(CommandResult);
        try
        {
            InvokeCommand.InvokeScript(
                "& $args[0]", false, PipelineResultTypes.Output | PipelineResultTypes.Error, null, ScriptBlock);
        }
        finally
        {
            // Ctrl-C comes through here as an exception, and nothing may be written to the pipeline then.
            stopped = Stop(entry, out failure);
        }

        if (failure is not null)
        {
            WriteError(ErrorRecords.For(failure));
        }

        Write(PassThru ? (stopped as CommandResult.Done)?.Changed : null);
    }

    private CommandResult? Stop(EntryId entry, out StoreException? failure)
    {
        failure = null;
        try
        {
            return Execute(TrackerSession.Current(), new Command.Stop(When.Now.Value, entry));
        }
        catch (StoreException stays)
        {
            failure = stays;
            return null;
        }
    }

    private string Title()
    {
        var line = ScriptBlock.ToString().Split('\n').Select(text => text.Trim()).FirstOrDefault(text => text.Length > 0);
        var plain = string.Concat((line ?? "Measured block").Where(unit => !char.IsControl(unit)));
        var starts = StringInfo.ParseCombiningCharacters(plain);

        // Cut between characters as people see them: half an emoji would be refused.
        return plain.Length <= TitleLengthMax ? plain : plain[..starts.Last(start => start <= TitleLengthMax)];
    }
}
