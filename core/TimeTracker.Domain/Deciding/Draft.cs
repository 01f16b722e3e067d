namespace TimeTracker.Domain;

/// <summary>A decision in the making: what it is decided on, and the operations so far.</summary>
internal sealed class Draft(IState state, CommandId command, Moment moment)
{
    private readonly List<OperationBody> _operations = [];

    internal IState State => state;

    internal Reading Reading => moment.Reading;

    internal ZonedInstant Zoned(Instant instant) => ZonedInstant.In(moment.Zone, instant);

    /// <summary>Says something of an entry that there is.</summary>
    internal void Change(EntryId entry, EntryPatch patch) => _operations.Add(new OperationBody.OfEntry(entry, patch));

    /// <summary>Says something of a project.</summary>
    internal void Change(OperationBody.OfProject project) => _operations.Add(project);

    /// <summary>Makes an entry; its id is that of the operation.</summary>
    internal void Make(CheckedDetails details, EntrySpan span)
    {
        if (details.NewProject is not null)
        {
            _operations.Add(details.NewProject);
        }

        var id = new EntryId(command.Operation(_operations.Count + 1).Value);
        Change(id, details.Patch with { Span = Field.Set(span) });
    }

    internal Decision Accept(CommandId? undoes = null) => _operations.Count <= OperationId.OrdinalMax
        ? new Decision.Accepted(_operations, undoes)
        : new Decision.Rejected(Rejection.TooManyChanges(OperationId.OrdinalMax));
}
