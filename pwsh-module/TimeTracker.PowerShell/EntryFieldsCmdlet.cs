using System.Management.Automation;
using TimeTracker.Domain;
using TimeTracker.PowerShell.Completers;
using TimeTracker.PowerShell.Views;

namespace TimeTracker.PowerShell;

/// <summary>What the cmdlets share that say something about an entry, at the prompt or by a row of the pipeline.</summary>
public abstract class EntryFieldsCmdlet : TtCmdlet
{
    private HashSet<string> _typed = [];

    private protected EntryFieldsCmdlet()
    {
    }

    /// <summary>A row: it says what its properties name, and what you type goes over that.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>The project; '' for none. It is made where it is new.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public string? Project { get; set; }

    /// <summary>The tags, all of them; @() for none.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Tags")]
    [AllowEmptyCollection]
    [AllowNull]
    [ArgumentCompleter(typeof(TagCompleter))]
    public string[]? Tag { get; set; }

    /// <summary>Someone is to be billed for it; -Billable:$false takes it back.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public SwitchParameter Billable { get; set; }

    /// <summary>Writes the entry to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>The object at hand, as far as it says what to write.</summary>
    private protected virtual PipedRow Row => new(InputObject);

    // PowerShell keeps the names that an earlier object bound: what was typed is what is bound before the first.
    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _typed = [.. MyInvocation.BoundParameters.Keys];
    }

    /// <summary>Whether a field was typed, or stands in the row.</summary>
    private protected bool Says(string name) => _typed.Contains(name) || Row.Names(name);

    /// <summary>What was typed and what the row says; null where that cannot be read, which is then told.</summary>
    private protected Details? ReadDetails(string? description)
    {
        var row = Row;
        try
        {
            return new()
            {
                Description = Says(nameof(Details.Description)) ? description ?? string.Empty : null,
                Project = _typed.Contains(nameof(Project)) ? Project ?? string.Empty
                    : row.Names(nameof(Project)) ? row.Text(nameof(Project)) : null,
                Tags = _typed.Contains(nameof(Tag)) ? Tag ?? []
                    : row.Names(nameof(Tag), "Tags") ? row.Items(nameof(Tag), "Tags") : null,
                Billable = _typed.Contains(nameof(Billable)) ? Billable.IsPresent : row.Flag(nameof(Billable)),
            };
        }
        catch (FormatException unclear)
        {
            WriteError(ErrorRecords.For(
                "NotTrueOrFalse", ErrorCategory.InvalidData, InputObject,
                $"The row's Billable, '{ViewText.Plain(unclear.Message)}', means neither true nor false; nothing of the row was written.",
                "Write true, false, yes, no, 1 or 0 there, or leave it empty."));
            return null;
        }
    }

    /// <summary>The instant that a parameter gives: null where neither what was typed nor the row says one.</summary>
    /// <returns>False where it cannot be read, which is then told.</returns>
    private protected bool TryReadTime(string name, TtTypedTime? given, ClockPlace place, out DateTimeOffset? instant)
    {
        instant = null;
        if (!Says(name) || (given is not { IsEmpty: false } && !_typed.Contains(name)))
        {
            return true;
        }

        var isRead = TryInstant(name, given ?? new TtTypedTime(null), place, out var read);
        instant = isRead ? read : null;
        return isRead;
    }

    /// <summary>
    /// The end that is given, by itself or by -Duration behind the start: null where there is none. Of a row that has both
    /// the end counts, also where it is empty: an entry that ran when it was exported has lasted for a time already.
    /// </summary>
    /// <returns>False where it cannot be read, which is then told.</returns>
    private protected bool TryReadEnd(TtTypedTime? end, TimeSpan? duration, DateTimeOffset start, out DateTimeOffset? instant)
    {
        if (!TryReadTime("End", end, ClockPlace.From(start), out instant))
        {
            return false;
        }

        if (duration is not { } length || !Says("Duration") || (!_typed.Contains("Duration") && Says("End")))
        {
            return true;
        }

        if (instant is not null && _typed.Contains("End"))
        {
            WriteError(ErrorRecords.For(
                "NotTogether", ErrorCategory.InvalidArgument, InputObject, "-End and -Duration both say where it ends; nothing was changed.",
                "Give one of them."));
            return false;
        }

        if (length < TimeSpan.Zero)
        {
            WriteError(ErrorRecords.For(
                "DurationNegative", ErrorCategory.InvalidArgument, InputObject, "-Duration is negative; nothing was changed.",
                "Give how long it lasted, such as 45m."));
            return false;
        }

        instant = start + length;
        return true;
    }
}
