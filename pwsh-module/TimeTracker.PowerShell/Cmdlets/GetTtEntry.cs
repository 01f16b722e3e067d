using System.Management.Automation;
using TimeTracker.Core;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Lists entries: those of today, or those that share time with what is given.</summary>
[Cmdlet(VerbsCommon.Get, "TtEntry")]
[OutputType(typeof(TtEntry))]
public sealed class GetTtEntry : TtCmdlet
{
    /// <summary>The first instant; with it, up to now unless told otherwise.</summary>
    [Parameter(Position = 0)]
    public DateTimeOffset? From { get; set; }

    /// <summary>The first instant after; alone, from the beginning.</summary>
    [Parameter(Position = 1)]
    public DateTimeOffset? To { get; set; }

    /// <summary>Only entries of this project, in any spelling.</summary>
    [Parameter]
    public string? Project { get; set; }

    /// <summary>Only entries with this tag, in any spelling.</summary>
    [Parameter]
    public string? Tag { get; set; }

    /// <summary>Only entries whose description holds this, in any case.</summary>
    [Parameter]
    public string? Text { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var (from, to) = From is null && To is null
            ? Ask(tracker => tracker.Today())
            : (From ?? DateTimeOffset.MinValue, To ?? DateTimeOffset.MaxValue);
        var query = new EntryQuery(from, to) { Project = Project, Tag = Tag, Text = Text };
        Write(Ask(tracker => tracker.Entries(query)));
    }
}
