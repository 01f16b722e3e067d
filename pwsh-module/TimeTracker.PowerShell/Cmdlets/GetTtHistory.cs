using System.Management.Automation;
using TimeTracker.Domain;
using TimeTracker.PowerShell.Completers;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Tells what happened: which device changed what and when, of one entry or over all, the oldest first.</summary>
/// <example>
/// <code>Get-TtEntry -From yesterday -Text report | Get-TtHistory</code>
/// Tells what happened to those entries, and which device did it.
/// </example>
/// <example>
/// <code>Get-TtHistory -Newest 10</code>
/// Tells the last ten changes.
/// </example>
[Cmdlet(VerbsCommon.Get, "TtHistory")]
[OutputType(typeof(TtHistoryItem))]
public sealed class GetTtHistory : TtCmdlet
{
    private const int NewestMax = 100_000;

    /// <summary>Only changes of this entry.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(EntryCompleter))]
    public Guid? EntryId { get; set; }

    /// <summary>Only changes made at or after this instant.</summary>
    [Parameter]
    [TtTypedTime]
    public TtTypedTime? From { get; set; }

    /// <summary>Only changes made before this instant.</summary>
    [Parameter]
    [TtTypedTime]
    public TtTypedTime? To { get; set; }

    /// <summary>How many of the latest changes to tell: 100 unless told otherwise.</summary>
    [Parameter]
    [ValidateRange(1, NewestMax)]
    public int Newest { get; set; } = 100;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        EntryId? entry = EntryId is { } id ? new EntryId(id) : null;
        if (entry is { } named && Ask(tracker => tracker.Find(named)) is null)
        {
            WriteError(ErrorRecords.For(Rejection.UnknownEntry(named), EntryId));
            return;
        }

        if (!TryPeriod(From, To, (DateTimeOffset.MinValue, DateTimeOffset.MaxValue), out var period))
        {
            return;
        }

        foreach (var item in Ask(tracker => tracker.Reports.History(entry, period.From, period.To, Newest)))
        {
            WriteObject(new TtHistoryItem(item));
        }
    }
}
