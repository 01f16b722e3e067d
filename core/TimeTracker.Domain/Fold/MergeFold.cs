namespace TimeTracker.Domain;

/// <summary>
/// Merges the operations of one entity, field by field. A value stands over those that its author knew. Of values that
/// nobody knew who set the field later, the one made last by its author's clock is shown and each other one that differs
/// is a conflict. A removal does not count while there is a change of which neither author knew. Every replica with the
/// same operations in the same order gets the same, whatever arrived when.
/// </summary>
public static class MergeFold
{
    /// <summary>Folds the operations of one entity in the order of the feed, then of the ledger.</summary>
    public static MergedFields Of(IEnumerable<PlacedOperation> operations)
    {
        ArgumentNullException.ThrowIfNull(operations);
        var latest = new Dictionary<PatchFields, List<PlacedOperation>>();
        var changes = new List<PlacedOperation>();
        foreach (var next in operations)
        {
            foreach (var field in Each(next.Fields))
            {
                if (!latest.TryGetValue(field, out var unseen))
                {
                    latest.Add(field, unseen = []);
                }

                unseen.RemoveAll(next.HasSeen);
                unseen.Add(next);
            }

            if ((next.Fields & ~PatchFields.Removed) != PatchFields.None)
            {
                changes.Add(next);
            }
        }

        var winners = new Dictionary<PatchFields, PlacedOperation>();
        var conflicts = new List<Conflict>();
        foreach (var (field, unseen) in latest)
        {
            Judge(field, unseen, changes, winners, conflicts);
        }

        return new(winners, conflicts);
    }

    /// <summary>The operations without what they say behind the one that stands: folded one after the other they make
    /// what is shown.</summary>
    public static IEnumerable<Operation> WithoutWhatLost(IReadOnlyCollection<PlacedOperation> operations)
    {
        var winners = Of(operations).Winners;
        var decided = winners.ContainsKey(PatchFields.Removed) ? PatchFields.None : PatchFields.Removed;
        foreach (var placed in operations)
        {
            yield return placed.Operation with { Body = placed.Operation.Body.Only(~decided) };
            decided = winners.Where(winner => winner.Value == placed)
                .Aggregate(decided, (fields, winner) => fields | winner.Key);
        }
    }

    /// <summary>Decides between the values of one field that nobody knew who set it later.</summary>
    private static void Judge(
        PatchFields field, List<PlacedOperation> unseen, List<PlacedOperation> changes,
        Dictionary<PatchFields, PlacedOperation> winners, List<Conflict> conflicts)
    {
        var overruled = unseen.Where(operation => field == PatchFields.Removed && operation.Operation.Body.Removes)
            .Select(removal => (Removal: removal, By: changes.Find(change => change != removal && change.IsConcurrentWith(removal))))
            .Where(pair => pair.By is not null)
            .ToDictionary(pair => pair.Removal, pair => pair.By!);
        PlacedOperation? winner = null;
        foreach (var operation in unseen.Where(operation => !overruled.ContainsKey(operation)))
        {
            winner = winner is null || operation.IsLaterThan(winner) ? operation : winner;
        }

        if (winner is not null)
        {
            winners.Add(field, winner);
        }

        conflicts.AddRange(unseen
            .Where(operation => winner is null || operation.Operation.Body.Only(field) != winner.Operation.Body.Only(field))
            .Select(operation => new Conflict(field, (winner ?? overruled[operation]).Operation.Id, operation.Operation.Id)));
    }

    private static IEnumerable<PatchFields> Each(PatchFields fields)
    {
        for (var field = 1; field <= (int)fields; field <<= 1)
        {
            if (((int)fields & field) != 0)
            {
                yield return (PatchFields)field;
            }
        }
    }
}
