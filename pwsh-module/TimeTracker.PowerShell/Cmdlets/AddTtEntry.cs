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
    [TtTime]
    public DateTimeOffset Start { get; set; }

    /// <summary>Where it ended; itself not part of it.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [TtTime]
    public DateTimeOffset End { get; set; }

    /// <summary>How other entries give way where the time overlaps them; without it, overlapping is an error.</summary>
    [Parameter]
    public TtAdjustment? Adjust { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var command = new Command.Add(Details, Start, End) { Adjust = TimeOfAction.Of(Adjust) };
        if (Confirms(() => $"{Named()}, {ViewText.Instant(Start)} to {ViewText.Instant(End)}", "Add entry", command))
        {
            var changed = Run(command, Description);
            Write(PassThru ? changed?.TakeLast(1) : null);
        }
    }
}
