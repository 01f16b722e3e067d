namespace TimeTracker.Domain;

/// <summary>A decision in the making: what it is decided on, and the operations so far.</summary>
internal sealed class Draft(IState state, CommandId command, Moment moment)
{
    private readonly List<OperationBody> _operations = [];

    internal IState State => state;

    internal IReadOnlyList<OperationBody> Operations => _operations;

    /// <summary>What becomes of other entries that are in the way.</summary>
    internal Adjustment Adjust { get; init; }

    internal Reading Reading => moment.Reading;

    internal ZonedInstant Zoned(Instant instant) => ZonedInstant.In(moment.Zone, instant);

    /// <summary>Whether the entry, as it is shown now, would run after that patch.</summary>
    internal bool WouldRun(EntryId entry, EntryPatch patch) =>
        EntryFold.Apply(state.FindEntry(entry), entry, patch, command.Operation(OperationId.OrdinalMax)) is { IsRunning: true };

    /// <summary>Says something of an entry that there is.</summary>
    internal void Change(EntryId entry, EntryPatch patch) => _operations.Add(new OperationBody.OfEntry(entry, patch));

    /// <summary>Says something of whatever it is about.</summary>
    internal void Say(OperationBody body) => _operations.Add(body);

    /// <summary>Says something of a gap that there is.</summary>
    internal void Change(GapId gap, GapPatch patch) => _operations.Add(new OperationBody.OfGap(gap, patch));

    /// <summary>Makes a gap; its id is that of the operation. Where the person's rule says so it is kept at once.</summary>
    internal GapId Make(GapFound found, bool asked = false)
    {
        var id = new GapId(NextId().Value);
        Change(id, new()
        {
            Entry = Field.Set(found.Entry),
            Kind = Field.Set(found.Kind),
            Range = Field.Set(found.Range),
            Answer = !asked && state.Policy.AnswerFor(found.Kind, found.Range.Duration) is { } answer
                ? Field.Set<GapAnswer?>(answer)
                : default,
        });
        return id;
    }

    /// <summary>Makes an entry; its id is that of the operation.</summary>
    internal EntryId Make(CheckedDetails details, EntrySpan span)
    {
        if (details.NewProject is not null)
        {
            _operations.Add(details.NewProject);
        }

        var id = new EntryId(NextId().Value);
        Change(id, details.Patch with { Span = Field.Set(span) });
        return id;
    }

    internal Decision Accept(CommandId? undoes = null) => _operations.Count <= OperationId.OrdinalMax
        ? new Decision.Accepted(_operations, undoes)
        : new Decision.Rejected(Rejection.TooManyChanges(OperationId.OrdinalMax));

    // Where the operations are more than a command has ids, Accept refuses them all.
    private OperationId NextId() => command.Operation(Math.Min(_operations.Count + 1, OperationId.OrdinalMax));
}
