using System.Management.Automation;
using TimeTracker.Core;
using TimeTracker.Domain;
using TimeTracker.PowerShell.Completers;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>
/// Lists entries: those of today, those that share time with what is given, or, looked for by project, tag or text, those
/// of all times.
/// </summary>
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
    [TtTypedTime]
    public TtTypedTime? From { get; set; }

    /// <summary>The first instant after, a date being all of that day; alone, from the beginning.</summary>
    [Parameter(Position = 1, ParameterSetName = "Query")]
    [TtTypedTime]
    public TtTypedTime? To { get; set; }

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

    /// <summary>Only so many, the newest.</summary>
    [Parameter(ParameterSetName = "Query")]
    [ValidateRange(1, int.MaxValue)]
    public int? First { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == "Id")
        {
            Array.ForEach(EntryId, WriteOne);
            return;
        }

        // Who looks for something without saying when means whenever it was.
        var isFiltered = Project.Length > 0 || Tag.Length > 0 || Text is not null || First is not null;
        var all = (From: DateTimeOffset.MinValue, To: DateTimeOffset.MaxValue);
        if (!TryPeriod(From, To, From is null && To is null && !isFiltered ? Ask(tracker => tracker.Today()) : all, out var period))
        {
            return;
        }

        var query = new EntryQuery(period.From, period.To) { Projects = Projects(Project), Tags = Tags(Tag), Text = Text };
        var entries = Ask(tracker => tracker.Entries(query));
        Write(First is { } newest ? entries.TakeLast(newest) : entries);
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
