using System.Management.Automation;
using TimeTracker.Domain;
using TimeTracker.PowerShell.Views;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Books time that has passed.</summary>
/// <example>
/// <code>Add-TtEntry 'Call with the client' -Start 'yesterday 14:00' -End 'yesterday 14:45' -Project Acme</code>
/// Books a stretch of yesterday.
/// </example>
/// <example>
/// <code>Add-TtEntry 'Call' -Start 'yesterday 10:00' -End 'yesterday 10:20' -Adjust Split -WhatIf</code>
/// Shows how the entry that lies there would be cut in two.
/// </example>
[Cmdlet(VerbsCommon.Add, "TtEntry", SupportsShouldProcess = true)]
[OutputType(typeof(TtEntry))]
public sealed class AddTtEntry : NewEntryCmdlet
{
    /// <summary>Where the entry begins: 9:30, yesterday 17:00, ISO 8601.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [TtTypedTime]
    public TtTypedTime? Start { get; set; }

    /// <summary>Where it ended; itself not part of it. A time of day alone is the first one after the start.</summary>
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

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ReadDetails() is not { } details
            || !TryReadTime(nameof(Start), Start, ClockPlace.Today, out var start)
            || !TryReadEnd(End, Duration, start ?? default, out var end))
        {
            return;
        }

        if (start is not { } from || end is not { } to)
        {
            WriteError(ErrorRecords.For(
                "TimeMissing", ErrorCategory.InvalidArgument, InputObject,
                $"{(start is null ? "-Start" : "-End or -Duration")} is missing; nothing was booked.",
                "Say where it begins, and where it ends or how long it lasted."));
            return;
        }

        var command = new Command.Add(details, from, to) { Adjust = TimeOfAction.Of(Adjust) };
        if (Confirms(() => $"{Named(details)}, {ViewText.Instant(from)} to {ViewText.Instant(to)}", "Add entry", command))
        {
            var changed = Run(command, details.Description);
            Write(PassThru ? changed?.TakeLast(1) : null);
        }
    }
}
