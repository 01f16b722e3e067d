namespace TimeTracker.Domain;

/// <summary>That an operation starts an entry.</summary>
/// <param name="By">The operation.</param>
/// <param name="Entry">The entry.</param>
/// <param name="At">Where it starts.</param>
public sealed record EntryStart(PlacedOperation By, EntryId Entry, ZonedInstant At)
{
    /// <summary>The start that an operation is, null for none. Making an entry starts it, open or not; so does opening
    /// one again.</summary>
    public static EntryStart? Of(PlacedOperation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return operation.Operation.Body switch
        {
            OperationBody.OfEntry(var id, { Span: { IsSet: true, Value: var span } })
                when id.Value == operation.Operation.Id.Value || span is EntrySpan.Open =>
                new(operation, id, span.Start),
            _ => null,
        };
    }
}
