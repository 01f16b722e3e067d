namespace TimeTracker.Domain;

/// <summary>Turns the operations of one entry, in their order, into the entry.</summary>
public static class EntryFold
{
    /// <summary>
    /// The entry after one more operation; what it was (null for nothing yet) where the patch cannot stand, which a
    /// merge may bring about: the first patch of an entry needs a description and a span.
    /// </summary>
    public static Entry? Apply(Entry? before, EntryId id, EntryPatch patch, OperationId by)
    {
        ArgumentNullException.ThrowIfNull(patch);
        if (before is null && !(patch.Description.IsSet && patch.Span.IsSet))
        {
            return null;
        }

        var entry = before ?? new Entry
        {
            Id = id,
            Description = patch.Description.Value,
            Span = patch.Span.Value,
        };
        return Patched(entry, patch, by);
    }

    /// <summary>The entry after all of its operations; null where none of them makes one.</summary>
    public static FoldedEntry? All(IEnumerable<Operation> operations)
    {
        ArgumentNullException.ThrowIfNull(operations);
        FoldedEntry? folded = null;
        foreach (var operation in operations)
        {
            if (operation.Body is OperationBody.OfEntry(var id, var patch)
                && Apply(folded?.Entry, id, patch, operation.Id) is { } entry)
            {
                folded = new(entry, patch.Span.IsSet ? operation.Reading : folded!.SpanReading);
            }
        }

        return folded;
    }

    /// <summary>The entry that merged fields make, null for none, and the operation that set its span.</summary>
    public static (Entry Entry, PlacedOperation Opener)? Merge(EntryId id, MergedFields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var patch = fields.Winners.Aggregate(new EntryPatch(), (before, winner) =>
            winner.Value.Operation.Body is OperationBody.OfEntry(_, var said) ? said.Only(winner.Key).Over(before) : before);
        var by = (fields.WinnerOf(PatchFields.Removed) ?? fields.WinnerOf(PatchFields.Span))?.Operation.Id;
        return by is { } operation && Apply(null, id, patch, operation) is { } entry
            ? (entry, fields.WinnerOf(PatchFields.Span)!)
            : null;
    }

    private static Entry Patched(Entry entry, EntryPatch patch, OperationId by) => entry with
    {
        Description = patch.Description.Over(entry.Description),
        Project = patch.Project.Over(entry.Project),
        Tags = patch.Tags.Over(entry.Tags),
        Billable = patch.Billable.Over(entry.Billable),
        Span = patch.Span.Over(entry.Span),
        Continues = patch.Continues.Over(entry.Continues),
        Paused = patch.Paused.Over(entry.Paused),
        RemovedBy = patch.Removed.IsSet ? (patch.Removed.Value ? by : null) : entry.RemovedBy,
    };
}
