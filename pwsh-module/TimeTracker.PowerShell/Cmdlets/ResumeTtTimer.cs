using System.Management.Automation;
using TimeTracker.Domain;
using TimeTracker.PowerShell.Completers;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Goes on with the suspended entry, with the last one where nothing is suspended, or with the one named.</summary>
/// <example>
/// <code>Suspend-TtTimer; Resume-TtTimer</code>
/// Ends a break.
/// </example>
/// <example>
/// <code>Stop-TtTimer; Get-TtEntry -From yesterday -Text report | Resume-TtTimer</code>
/// Goes on with an earlier entry.
/// </example>
[Cmdlet(VerbsLifecycle.Resume, "TtTimer", SupportsShouldProcess = true, DefaultParameterSetName = "Now")]
[OutputType(typeof(TtEntry))]
public sealed class ResumeTtTimer : TimedCmdlet
{
    /// <summary>An earlier entry to go on with, in a new entry that is linked to it.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(EntryCompleter))]
    public Guid? EntryId { get; set; }

    /// <summary>How other entries give way where the time overlaps them; without it, overlapping is an error.</summary>
    [Parameter(ParameterSetName = "At")]
    [Parameter(ParameterSetName = "Ago")]
    public TtAdjustment? Adjust { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!TryWhen(out var when))
        {
            return;
        }

        Command command = EntryId is { } id
            ? new Command.Continue(new EntryId(id), when) { Adjust = TimeOfAction.Of(Adjust) }
            : new Command.Resume(when) { Adjust = TimeOfAction.Of(Adjust) };
        if (Confirms(Named, "Resume timer", command))
        {
            var changed = Run(command, EntryId);
            Write(PassThru ? changed?.TakeLast(1) : null);
        }
    }

    private string Named() => EntryId is { } id ? NamedEntry(new EntryId(id)) : CurrentEntry();
}
