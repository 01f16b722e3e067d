using System.Management.Automation;
using TimeTracker.Domain;
using TimeTracker.PowerShell.Completers;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Changes what you name of an entry, of the running one without restarting it; all else stays.</summary>
/// <example>
/// <code>Set-TtEntry -Description 'Plan the release' -Project Acme</code>
/// Corrects the running entry without restarting it.
/// </example>
/// <example>
/// <code>Get-TtEntry -From yesterday -Text report | Set-TtEntry -Billable</code>
/// Marks entries as billable.
/// </example>
/// <example>
/// <code>Set-TtEntry -Start -2h -WhatIf</code>
/// Shows what an earlier start would change.
/// </example>
[Cmdlet(VerbsCommon.Set, "TtEntry", SupportsShouldProcess = true)]
[OutputType(typeof(TtEntry))]
public sealed class SetTtEntry : EntryFieldsCmdlet
{
    /// <summary>The entry; without it, the one that runs.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(EntryCompleter))]
    public Guid? EntryId { get; set; }

    /// <summary>What the time was for.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    [ArgumentCompleter(typeof(DescriptionCompleter))]
    public string? Description { get; set; }

    /// <summary>Where it begins: 9:30 (of the entry's own day), yesterday 17:00, ISO 8601.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TtTypedTime]
    public TtTypedTime? Start { get; set; }

    /// <summary>Where it ended; given to the running entry, stops it there. A time of day alone is the first one after the
    /// start.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TtTypedTime]
    public TtTypedTime? End { get; set; }

    /// <summary>How long it lasted, in place of -End: 45m, 1h30, 0:45.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TtAmount]
    public TimeSpan? Duration { get; set; }

    /// <summary>How other entries give way where the time overlaps them; without it, overlapping is an error.</summary>
    [Parameter]
    public TtAdjustment? Adjust { get; set; }

    /// <summary>An entry that is piped names itself and nothing else.</summary>
    private protected override PipedRow Row => new(new PipedRow(InputObject).IsEntry ? null : InputObject);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Meant() is not { } entry || ReadDetails(Description) is not { } details
            || !TryReadSpan(entry, out var from, out var to))
        {
            return;
        }

        var command = new Command.Edit(entry, details, from, to) { Adjust = TimeOfAction.Of(Adjust) };
        if (Confirms(() => NamedEntry(entry), "Set entry", command) && Run(command, entry.Value, out var changed) && PassThru)
        {
            Write(changed?.Where(view => view.Entry.Id == entry) ?? [Ask(tracker => tracker.Find(entry))!]);
        }
    }

    // Only times of day and durations need what the entry is now.
    private bool TryReadSpan(EntryId entry, out DateTimeOffset? from, out DateTimeOffset? to)
    {
        (from, to) = (null, null);
        if (!Says(nameof(Start)) && !Says(nameof(End)) && !Says(nameof(Duration)))
        {
            return true;
        }

        var start = AskIfAny(tracker => tracker.Find(entry))?.Entry.Span.Start.ToDateTimeOffset() ?? DateTimeOffset.UtcNow;
        return TryReadTime(nameof(Start), Start, ClockPlace.OnDayOf(start), out from)
            && TryReadEnd(End, Duration, from ?? start, out to);
    }

    // Only at the prompt does naming no entry mean the running one: an object without an id would change it by accident.
    private EntryId? Meant()
    {
        if ((EntryId ?? Row.BareId) is { } id)
        {
            return new EntryId(id);
        }

        if (MyInvocation.ExpectingInput)
        {
            WriteError(ErrorRecords.For(
                "EntryIdMissing", ErrorCategory.InvalidArgument, target: null,
                "The object names no entry by an EntryId or Id; nothing was changed.",
                "Pipe what Get-TtEntry gives."));
            return null;
        }

        if (AskIfAny(tracker => tracker.CurrentEntry()) is { Entry: { IsRunning: true } running })
        {
            return running.Id;
        }

        WriteError(ErrorRecords.For(
            "NotRunning", ErrorCategory.ObjectNotFound, target: null,
            "-EntryId is missing and no entry runs; nothing was changed.",
            "Name the entry by -EntryId, or pipe it from Get-TtEntry."));
        return null;
    }
}
