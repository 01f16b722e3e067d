namespace TimeTracker.Domain;

/// <summary>Turns the operations of one gap, in their order, into the gap.</summary>
public static class GapFold
{
    /// <summary>The gap after one more operation; what it was (null for nothing yet) where the patch cannot stand: the
    /// first patch of a gap needs its entry, kind and range.</summary>
    public static Gap? Apply(Gap? before, GapId id, GapPatch patch)
    {
        ArgumentNullException.ThrowIfNull(patch);
        if (before is null)
        {
            return patch.Entry.IsSet && patch.Kind.IsSet && patch.Range.IsSet
                ? new(id, patch.Entry.Value, patch.Kind.Value, patch.Range.Value, patch.Answer.Value, patch.Removed.Value)
                : null;
        }

        return new(
            id, patch.Entry.Over(before.Entry), patch.Kind.Over(before.Kind), patch.Range.Over(before.Range),
            patch.Answer.Over(before.Answer), patch.Removed.Over(before.Removed));
    }

    /// <summary>The gap that merged fields make; null for none.</summary>
    public static Gap? Merge(GapId id, MergedFields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return Apply(null, id, fields.Winners.Aggregate(new GapPatch(), (before, winner) =>
            winner.Value.Operation.Body is OperationBody.OfGap(_, var said) ? said.Only(winner.Key).Over(before) : before));
    }

    /// <summary>The gap after all of its operations; null where none of them makes one.</summary>
    public static Gap? All(IEnumerable<Operation> operations)
    {
        ArgumentNullException.ThrowIfNull(operations);
        Gap? folded = null;
        foreach (var operation in operations)
        {
            if (operation.Body is OperationBody.OfGap(var id, var patch))
            {
                folded = Apply(folded, id, patch);
            }
        }

        return folded;
    }
}
