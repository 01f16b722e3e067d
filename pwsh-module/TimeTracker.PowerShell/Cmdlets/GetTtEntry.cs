using System.Management.Automation;
using TimeTracker.Core;
using TimeTracker.Domain;
using TimeTracker.PowerShell.Completers;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Lists entries: those of today, or those that share time with what is given.</summary>
/// <example>
/// <code>Get-TtEntry</code>
/// Lists the entries of today.
/// </example>
/// <example>
/// <code>Get-TtEntry -From yesterday -Project Acme</code>
/// Lists those of a project since yesterday.
/// </example>
[Cmdlet(VerbsCommon.Get, "TtEntry", DefaultParameterSetName = "Query")]
[OutputType(typeof(TtEntry))]
public sealed class GetTtEntry : FilteringCmdlet
{
    /// <summary>Entries by their ids, removed ones too.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Id", ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(EntryCompleter))]
    public Guid[] EntryId { get; set; } = [];

    /// <summary>The first instant; with it, up to now unless told otherwise.</summary>
    [Parameter(Position = 0, ParameterSetName = "Query")]
    [TtTime]
    public DateTimeOffset? From { get; set; }

    /// <summary>The first instant after; alone, from the beginning.</summary>
    [Parameter(Position = 1, ParameterSetName = "Query")]
    [TtTime]
    public DateTimeOffset? To { get; set; }

    /// <summary>Only entries of these projects, in any spelling, with * and ? for patterns; '' for those without one.</summary>
    [Parameter(ParameterSetName = "Query")]
    [AllowEmptyString]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public string[] Project { get; set; } = [];

    /// <summary>Only entries with one of these tags, in any spelling, with * and ? for patterns; '' for those without one.</summary>
    [Parameter(ParameterSetName = "Query")]
    [AllowEmptyString]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TagCompleter))]
    public string[] Tag { get; set; } = [];

    /// <summary>Only entries whose description holds this, in any case.</summary>
    [Parameter(ParameterSetName = "Query")]
    [ArgumentCompleter(typeof(DescriptionCompleter))]
    public string? Text { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == "Id")
        {
            Array.ForEach(EntryId, WriteOne);
            return;
        }

        var (from, to) = From is null && To is null
            ? Ask(tracker => tracker.Today())
            : (From ?? DateTimeOffset.MinValue, To ?? DateTimeOffset.MaxValue);
        var query = new EntryQuery(from, to) { Projects = Projects(Project), Tags = Tags(Tag), Text = Text };
        Write(Ask(tracker => tracker.Entries(query)));
    }

    private void WriteOne(Guid id)
    {
        if (Ask(tracker => tracker.Find(new EntryId(id))) is { } view)
        {
            Write([view]);
        }
        else
        {
            WriteError(ErrorRecords.For(Rejection.UnknownEntry(new EntryId(id)), id));
        }
    }
}
